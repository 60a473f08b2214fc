package io.olivo.controller.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SnapshotWriterTest {
  /** All values are the same, unless a copy was torn. */
  private static final class Counting implements Stateful {
    private final double[] values = new double[20_000];

    void set(double value) {
      Arrays.fill(values, value);
    }

    @Override
    public void save(StateWriter out) {
      out.put("values", values);
    }

    @Override
    public void load(StateReader in) {
      in.get("values", values);
    }
  }

  private final ModelFiles files = new ModelFiles();
  private final SnapshotStore store = new SnapshotStore(files, 3);
  private final Counting what = new Counting();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private SnapshotWriter writer(SnapshotWriter.Labeller labeller) {
    return new SnapshotWriter(store, what, "test", labeller, told::add);
  }

  private SnapshotWriter writer() {
    return writer((image, facts) -> image.bytes(facts, name -> "1"));
  }

  private StateReader newest() throws IOException {
    return store.newest().newest().orElseThrow().state();
  }

  @Test
  void whatWasAcceptedIsOnTheDiskWhenItIsClosed() throws IOException {
    try (SnapshotWriter writer = writer()) {
      what.set(7);
      assertEquals(SnapshotWriter.Offered.ACCEPTED, writer.offer(500, 1, "periodic"));
      what.set(8);
    }
    assertEquals(7, newest().values("values")[19_999]);
    assertEquals("500", newest().facts().get("tick"));
    assertEquals("1.0", newest().facts().get("robot_seconds"));
    assertEquals("periodic", newest().facts().get("reason"));
    assertEquals("1", newest().facts().get(Generation.NUMBER));
  }

  @Test
  void whileItIsBusyAnotherIsDroppedAndCounted() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    SnapshotWriter.Labeller slow =
        (image, facts) -> {
          writing.countDown();
          await(go);
          return image.bytes(facts, name -> "1");
        };
    try (SnapshotWriter writer = writer(slow)) {
      what.set(1);
      writer.offer(1, 0, "periodic");
      writing.await();
      what.set(2);
      assertEquals(SnapshotWriter.Offered.DROPPED, writer.offer(2, 0, "periodic"));
      assertEquals(1, writer.dropped());
      go.countDown();
    }
    assertEquals(1, newest().values("values")[0]);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noCopyIsTornWhileTheLoopGoesOn() throws IOException {
    try (SnapshotWriter writer = writer()) {
      for (int tick = 1; writer.published() < 4; tick++) {
        what.set(tick);
        writer.offer(tick, 0, "periodic");
      }
    }
    for (Generation generation : store.list().whole()) {
      double[] values = generation.state().values("values");
      double tick = Double.parseDouble(generation.state().facts().getOrDefault("tick", ""));
      assertTrue(Arrays.stream(values).allMatch(value -> value == tick));
    }
  }

  @Test
  void aFullDiskIsCountedAndToldOnce() throws InterruptedException {
    files.free = 1000;
    try (SnapshotWriter writer = writer()) {
      for (int tick = 0; writer.skipped() < 3; tick++) {
        writer.offer(tick, 0, "periodic");
        Thread.sleep(1);
      }
      assertEquals(0, writer.published());
      assertEquals(0, writer.failed());
    }
    assertEquals(1, told.size());
    assertTrue(told.getFirst().contains("MB are free"), told.getFirst());
  }

  @Test
  void aDiskThatRefusesIsCountedAndTold() throws InterruptedException {
    files.cutAfter(0);
    try (SnapshotWriter writer = writer()) {
      writer.offer(1, 0, "periodic");
      while (writer.failed() == 0) {
        Thread.sleep(1);
      }
    }
    assertEquals(1, told.size());
  }

  @Test
  void offeringAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (SnapshotWriter writer = writer()) {
      long least = Long.MAX_VALUE;
      for (int block = 0; block < 5; block++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int tick = 0; tick < 50_000; tick++) {
          writer.offer(tick, 0, "periodic");
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, least);
      assertTrue(writer.dropped() > 0);
    }
  }
}
