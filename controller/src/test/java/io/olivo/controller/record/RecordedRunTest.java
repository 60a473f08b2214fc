package io.olivo.controller.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.loop.RecordedSupervisor;
import io.olivo.controller.loop.Script;
import io.olivo.controller.record.SmallLoop.Adding;
import io.olivo.controller.record.SmallLoop.Motor;
import io.olivo.controller.record.SmallLoop.Sensors;
import io.olivo.controller.replay.Adjustments;
import io.olivo.controller.replay.Difference;
import io.olivo.controller.replay.Playback;
import io.olivo.controller.replay.RecordedRun;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.snapshot.StateReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recorder wrote of a loop makes another loop do the same. */
class RecordedRunTest {
  private static final Fault LINK =
      new Fault(Trouble.LINK_LOST, Fault.Response.STOP, "link", 11, 10, "s");
  private static final Fault DEAD =
      new Fault(Trouble.DEAD_LOOP, Fault.Response.STOP, "loop", .3, .2, "s");

  private static final double JITTER = 1e-9; // s

  @TempDir private Path folder;
  private final Sensors sensors = new Sensors();
  private final Motor motor = new Motor();
  private final Adding learner = new Adding();
  private final Script script = new Script(JITTER);
  private final List<String> told = new ArrayList<>();
  private Path file = Path.of("");
  private Tap tap = new Tap(true);
  private ControlLoop loop;
  private LoopParts parts;

  @BeforeEach
  void build() {
    file = folder.resolve("run.mcap");
    build(true);
  }

  private void build(boolean patient) {
    tap = new Tap(patient);
    parts = SmallLoop.parts(tap.around(sensors), tap.around(motor), learner);
    loop = new ControlLoop(parts, tap, tap);
    loop.order(Order.ARM);
  }

  private Recorder recorder(Place place) throws IOException {
    Head head = new Head(Map.of("robot", "small"), List.of(), 1_000_000_000L);
    return new Recorder(
        tap, loop, parts, SmallLoop.RATE, head, place, (text, now) -> told.add(text));
  }

  private void record(Place place) throws Exception {
    try (Recorder recorder = recorder(place)) {
      loop.run(tap.around(script));
      assertEquals(tap.dropped(), recorder.dropped());
    }
  }

  private void record() throws Exception {
    record(new OneFile(file, new Limits(100_000_000, 0)));
    assertEquals(List.of(), told);
  }

  /** What another loop made of it. */
  private record Replayed(Playback playback, Adding learner, boolean whole) {}

  private Replayed replay(Adjustments adjustments) throws Exception {
    Adding other = new Adding();
    try (RecordedRun run = new RecordedRun(List.of(file))) {
      Playback playback = new Playback(run, true);
      LoopParts again =
          SmallLoop.parts(
              playback.sensors(sensors.channels()),
              playback.actuators(motor.channels(), new double[] {SmallLoop.SAFE}),
              other);
      ControlLoop replayed = new ControlLoop(again, playback, new LoopListener() {});
      byte[] begin = run.files().get(Head.BEGIN);
      if (begin != null) {
        new LoopAndLearner(other, replayed).load(new StateReader(begin));
      }
      playback.drive(replayed, new StateCopy("learned", other), adjustments);
      replayed.run(playback.pacer());
      return new Replayed(playback, other, run.isWhole());
    }
  }

  private Replayed replay() throws Exception {
    return replay(Adjustments.none());
  }

  private void assertSame(long beats, Replayed replayed) {
    assertNull(replayed.playback.difference());
    assertTrue(replayed.whole, replayed.playback.ending());
    assertEquals(beats, replayed.playback.beats());
    assertEquals(beats / 500, replayed.playback.digests(), 1);
    for (int i = 0; i < learner.sum.length; i++) {
      assertNotEquals(0, learner.sum[i]);
      assertEquals(
          Double.doubleToRawLongBits(learner.sum[i]),
          Double.doubleToRawLongBits(replayed.learner.sum[i]));
    }
  }

  @Test
  void anotherLoopDoesTheSameWithOrdersAndFaultsLostAndBrokenInputs() throws Exception {
    script.then(300, Beat.TICK).then(Beat.TICK, () -> loop.order(Order.FREEZE));
    script.then(300, Beat.TICK).then(20, Beat.LOST).then(200, Beat.TICK);
    script.then(Beat.TICK, () -> loop.order(Order.UNFREEZE)).then(300, Beat.TICK);
    script.then(1, Beat.RESTARTED).then(200, Beat.TICK);
    script.then(Beat.TICK, () -> loop.stop(LINK)).then(100, Beat.TICK);
    script.then(Beat.TICK, this::stopAndArm).then(300, Beat.TICK);
    record();
    assertSame(1725, replay());
  }

  private void stopAndArm() {
    loop.stop(LINK);
    loop.order(Order.ARM);
  }

  /** A supervisor seizes the actuators between two beats, while one reads, and while one writes. */
  @Test
  void anotherLoopDoesTheSameWhereASupervisorHeldTheActuators() throws Exception {
    RecordedSupervisor supervisor = new RecordedSupervisor(loop);
    script.then(100, Beat.TICK).then(Beat.TICK, () -> supervisor.seize(1));
    script.then(100, Beat.TICK);
    script.then(Beat.TICK, () -> sensors.within = once(() -> elsewhere(() -> supervisor.seize(2))));
    script.then(100, Beat.TICK);
    script.then(Beat.TICK, () -> motor.within = once(() -> elsewhere(() -> supervisor.seize(3))));
    script.then(100, Beat.TICK);
    record();
    assertSame(403, replay());
  }

  @Test
  void anotherLoopStopsInTheSameTickAsOneThatHungWhileItReadOrWrote() throws Exception {
    RecordedSupervisor supervisor = new RecordedSupervisor(loop);
    Runnable dies =
        () ->
            elsewhere(
                () -> {
                  supervisor.seize(2);
                  supervisor.stop(DEAD);
                });
    script.then(100, Beat.TICK).then(Beat.TICK, () -> sensors.within = once(dies));
    script.then(50, Beat.TICK).then(Beat.TICK, () -> loop.order(Order.ARM)).then(100, Beat.TICK);
    script.then(Beat.TICK, () -> motor.within = once(dies));
    script.then(50, Beat.TICK).then(Beat.TICK, () -> loop.order(Order.ARM)).then(100, Beat.TICK);
    record();
    assertSame(404, replay());
  }

  private static Runnable once(Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (!done.getAndSet(true)) {
        what.run();
      }
    };
  }

  /** On another thread, as a supervisor does. */
  private static void elsewhere(Runnable what) {
    Thread other = Thread.ofPlatform().start(what);
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Sharing(Adding learner, double share) implements Adjustment {
    @Override
    public String text() {
      return Double.toString(share);
    }

    @Override
    public void make() {
      learner.share = share;
    }
  }

  @Test
  void adjustmentsAreMadeAgainBeforeTheSameBeatAndUnknownOnesEndTheReplayThere() throws Exception {
    script.then(300, Beat.TICK).then(Beat.TICK, () -> loop.adjust(new Sharing(learner, .7)));
    script.then(300, Beat.TICK);
    record();
    Playback playback = replay().playback;
    assertNull(playback.difference());
    assertEquals(300, playback.beats() - 1, "the beat that it belongs to was read");
    assertTrue(playback.ending().contains("can't be made again"), playback.ending());
    Adding again = new Adding();
    Replayed wrong = replay(text -> new Sharing(again, Double.parseDouble(text)));
    Difference difference = wrong.playback.difference();
    assertNotNull(difference, "that adjusted something else");
    assertEquals(300, difference.beat());
  }

  @Test
  void oneFlippedBitOfASampleIsFoundInItsTick() throws Exception {
    script.then(900, Beat.TICK);
    record();
    rewrite(700, row -> row.value[1] = flipped(row.value[1]));
    Difference difference = replay().playback.difference();
    assertNotNull(difference);
    assertEquals(700, difference.beat());
    assertEquals("command of torque [N*m]", difference.what());
    assertEquals(1.402, difference.seconds(), 1e-9);
  }

  @Test
  void whatWasAppliedTeachesSoThatOneBitOfItIsFoundByTheNextDigest() throws Exception {
    script.then(900, Beat.TICK);
    record();
    rewrite(300, row -> row.applied[0] = flipped(row.applied[0]));
    Difference difference = replay().playback.difference();
    assertNotNull(difference);
    assertEquals("SHA-256 of what was learned", difference.what());
    assertEquals(499, difference.beat());
  }

  /** One bit, not so low that it vanishes when a command is rounded. */
  private static double flipped(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ (1L << 30));
  }

  private interface Change {
    void of(Row row);
  }

  /** The same recording with another row. */
  private void rewrite(long beat, Change change) throws IOException {
    Path other = folder.resolve("other.mcap");
    Shown shown = new Shown(parts);
    Head head = new Head(Map.of("robot", "small"), List.of(), 0);
    ExactMessage message = new ExactMessage(2, 1);
    try (RecordedRun run = new RecordedRun(List.of(file));
        RecordingFile out = new RecordingFile(other, head, shown)) {
      for (Row row = run.next(); row != null; row = run.next()) {
        message.begin(row.number);
        if (row.number == beat) {
          change.of(row);
        }
        message.add(row);
        for (Mark.Kind kind : Mark.Kind.values()) {
          for (String text : run.marks(row.number, kind)) {
            message.add(new Mark(row.number, kind, text));
          }
        }
        out.exact(message, row.nowNanos);
      }
    }
    file = other;
  }

  @Test
  void cutAnywhereItReplaysUpToTheCut() throws Exception {
    script.then(15_000, Beat.TICK);
    record();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(4);
    Path cut = folder.resolve("cut.mcap");
    int replayed = 0;
    for (int i = 0; i < 60; i++) {
      int length = random.nextInt(whole.length);
      Files.write(cut, Arrays.copyOf(whole, length));
      file = cut;
      replayed += replayOfCut(length) ? 1 : 0;
    }
    assertTrue(replayed > 30, "cut within the head: " + (60 - replayed));
  }

  private boolean replayOfCut(int length) throws Exception {
    try {
      Replayed some = replay();
      assertNull(some.playback.difference(), "cut at " + length);
      assertTrue(some.whole || some.playback.ending().contains("cut"), some.playback.ending());
      return some.playback.beats() > 0;
    } catch (IllegalArgumentException tooShort) {
      assertTrue(tooShort.getMessage().contains("no recording of Olivo"), tooShort.getMessage());
      return false;
    }
  }

  /** A disk that somebody holds up, that fills up, that breaks. */
  private class Disk implements Place {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch goesOn = new CountDownLatch(1);
    String full = "";
    boolean breaks;

    @Override
    public Path next(int part) {
      return file;
    }

    @Override
    public long partBytes() {
      return Long.MAX_VALUE;
    }

    @Override
    public String full(long writtenBytes) throws IOException {
      if (writtenBytes == 0) {
        return "";
      }
      asked.countDown();
      await(goesOn);
      if (breaks) {
        throw new IOException("the disk broke");
      }
      return full;
    }

    void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aRecorderThatIsHeldUpLosesRowsNotTheLoopAndTheRecordingSaysWhere() throws Exception {
    build(false);
    Disk disk = new Disk();
    script.then(50, Beat.TICK).then(Beat.TICK, () -> disk.await(disk.asked));
    script.then(5000, Beat.TICK).then(Beat.TICK, disk.goesOn::countDown).then(10, Beat.TICK);
    record(disk);
    assertEquals(5062, loop.ticks());
    assertTrue(tap.dropped() > 0);
    Playback playback = replay().playback;
    assertNull(playback.difference());
    assertTrue(playback.beats() >= 1000, "what fitted into the ring: " + playback.beats());
    assertTrue(playback.ending().contains("the recorder was behind for"), playback.ending());
  }

  @Test
  void aDiskThatIsNearlyFullEndsTheRecordingWithItsReasonAndTheLoopGoesOn() throws Exception {
    build(false);
    Disk disk = new Disk();
    disk.full = "3 MB are free on the disk";
    ended(disk);
    assertEquals(List.of("the recording has ended: 3 MB are free on the disk"), told);
    assertEquals("3 MB are free on the disk", replay().playback.ending());
  }

  @Test
  void aDiskThatBreaksEndsTheRecordingAndTheLoopGoesOn() throws Exception {
    build(false);
    Disk disk = new Disk();
    disk.breaks = true;
    ended(disk);
    assertEquals(List.of("the recording has ended: the disk broke"), told);
    assertTrue(replay().playback.beats() >= 50);
  }

  private void ended(Disk disk) throws Exception {
    script.then(50, Beat.TICK).then(Beat.TICK, () -> disk.await(disk.asked));
    script.then(Beat.TICK, disk.goesOn::countDown).then(3000, Beat.TICK);
    record(disk);
    assertEquals(3052, loop.ticks());
  }

  /** The first three parts are as short as can be. */
  private final class Parts implements Place {
    @Override
    public Path next(int part) {
      return part(part);
    }

    @Override
    public long partBytes() {
      return Files.exists(part(3)) ? Long.MAX_VALUE : 1;
    }

    @Override
    public String full(long writtenBytes) {
      return "";
    }
  }

  private Path part(int part) {
    return folder.resolve(part + ".mcap");
  }

  @Test
  void aLongRunIsCutIntoFilesEachOfWhichIsReplayedOnItsOwn() throws Exception {
    for (int i = 0; i < 3000; i++) {
      script.then(Beat.TICK, () -> waitFor(part(2)));
    }
    script.then(Beat.TICK, () -> loop.order(Order.FREEZE));
    for (int i = 0; i < 3000; i++) {
      script.then(Beat.TICK, () -> waitFor(part(3)));
    }
    script.then(Beat.TICK, () -> loop.order(Order.UNFREEZE)).then(500, Beat.TICK);
    record(new Parts());
    long beats = 0;
    for (int part = 1; part <= 3; part++) {
      file = part(part);
      Replayed replayed = replay();
      assertNull(replayed.playback.difference());
      assertEquals(part == 3, replayed.whole, replayed.playback.ending());
      beats += replayed.playback.beats();
    }
    assertEquals(6502, beats);
    assertAllPartsAreOneRun();
  }

  private void assertAllPartsAreOneRun() throws IOException {
    try (RecordedRun all = new RecordedRun(List.of(part(1), part(2), part(3)))) {
      long rows = 0;
      while (all.next() != null) {
        rows++;
      }
      assertEquals(6502, rows);
      assertTrue(all.isWhole());
    }
  }

  /** Slowly, until it is there. */
  private static void waitFor(Path next) {
    if (!Files.exists(next)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void theLoopsThreadAllocatesNothing() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] bytes = new long[2];
    build(false);
    Disk unused = new Disk();
    unused.goesOn.countDown();
    script.then(6000, Beat.TICK);
    script.then(Beat.TICK, () -> bytes[0] = threads.getCurrentThreadAllocatedBytes());
    script.then(10_000, Beat.TICK);
    script.then(Beat.TICK, () -> bytes[1] = threads.getCurrentThreadAllocatedBytes());
    record(unused);
    assertTrue(bytes[0] > 0, "it was measured");
    assertEquals(0, (bytes[1] - bytes[0]) / 10_000, "bytes per tick");
  }

  @Test
  void aLoopThatIsRecordedDoesTheSameAsOneThatIsNot() throws Exception {
    script.then(900, Beat.TICK);
    record();
    Adding bare = new Adding();
    LoopParts plain = SmallLoop.parts(new Sensors(), new Motor(), bare);
    ControlLoop other = new ControlLoop(plain, Telemetry.none(), new LoopListener() {});
    other.order(Order.ARM);
    other.run(new Script(JITTER).then(900, Beat.TICK));
    assertTrue(Arrays.equals(learner.sum, bare.sum));
  }
}
