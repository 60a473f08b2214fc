package io.olivo.controller.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final int CHANNELS = 64;

  private static Tick tick(long number) {
    Tick tick = new Tick(CHANNELS, 2, 1, 3);
    tick.number = number;
    tick.nowNanos = 10 * number;
    tick.trajectorySeconds = number;
    for (double[] values :
        List.of(
            tick.state,
            tick.desired,
            tick.feedback,
            tick.learned,
            tick.command,
            tick.applied,
            tick.figures)) {
      Arrays.fill(values, number);
    }
    return tick;
  }

  private static boolean whole(Tick tick) {
    boolean whole = tick.nowNanos == 10 * tick.number && tick.trajectorySeconds == tick.number;
    for (double[] values :
        List.of(
            tick.state,
            tick.desired,
            tick.feedback,
            tick.learned,
            tick.command,
            tick.applied,
            tick.figures)) {
      for (double value : values) {
        whole &= value == tick.number;
      }
    }
    return whole;
  }

  @Test
  void newestTickIsACopyAndStaysUntilTheNextCall() {
    Snapshot snapshot = new Snapshot(new Tick(CHANNELS, 2, 1, 3));
    assertEquals(0, snapshot.newest().number, "nothing was offered yet");
    Tick offered = tick(1);
    snapshot.offer(offered);
    Tick seen = snapshot.newest();
    offered.state[0] = 99;
    for (int n = 2; n < 10; n++) {
      snapshot.offer(tick(n));
      assertEquals(1, seen.number);
      assertTrue(whole(seen));
    }
    assertEquals(9, snapshot.newest().number);
    assertTrue(whole(snapshot.newest()));
  }

  @Test
  void withoutANewTickTheOldOneIsToldAgain() {
    Snapshot snapshot = new Snapshot(tick(0));
    snapshot.offer(tick(5));
    assertSame(snapshot.newest(), snapshot.newest());
    assertEquals(5, snapshot.newest().number);
  }

  @Test
  void readerOnAnotherThreadSeesOnlyWholeTicksAndTimeNeverRunsBackwards() throws Exception {
    Snapshot snapshot = new Snapshot(tick(0));
    AtomicBoolean broken = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  long before = 0;
                  while (!over.get()) {
                    Tick seen = snapshot.newest();
                    broken.compareAndSet(false, !whole(seen) || seen.number < before);
                    before = seen.number;
                  }
                });
    for (long n = 1; n <= 200_000; n++) {
      snapshot.offer(tick(n));
    }
    over.set(true);
    reader.join();
    assertFalse(broken.get());
    assertEquals(200_000, snapshot.newest().number);
  }

  @Test
  void twoWatchersAreServedInOrder() {
    List<String> seen = new ArrayList<>();
    Telemetry first = tick -> seen.add("first " + tick.number);
    first.and(tick -> seen.add("second " + tick.number)).offer(tick(3));
    Telemetry.none().offer(tick(4));
    assertEquals(List.of("first 3", "second 3"), seen);
  }
}
