package io.olivo.controller.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.WallClockPacer.Sleeper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeTest {
  private static final RealtimeConfig ALL = new RealtimeConfig(50, 3, true);

  private final PlayedKernel kernel = new PlayedKernel();
  private final List<String> told = new ArrayList<>();

  private Realtime realtime(RealtimeConfig config) {
    return new Realtime(config, kernel, shortfall -> told.add(shortfall.toString()));
  }

  private void begin(RealtimeConfig config) {
    Realtime realtime = realtime(config);
    realtime.lockMemory();
    realtime.enterLoop();
    realtime.enterSupervisor();
  }

  @Test
  void loopIsPinnedItsSupervisorIsAboveItAndTheVmThreadThatItWaitsForBelow() {
    begin(ALL);
    assertEquals(List.of("lock", "pin 3", "fifo 50", "fifo 49 of 7", "fifo 51"), kernel.asked);
    assertEquals(List.of(), told);
  }

  @Test
  void belowTheLowestPriorityThereIsNoneForTheVmThread() {
    begin(new RealtimeConfig(1, RealtimeConfig.ANY_CPU, false));
    assertEquals(List.of("fifo 1", "fifo 2"), kernel.asked);
  }

  @Test
  void whatNobodyAskedForIsNotAskedOfTheKernel() {
    begin(RealtimeConfig.NONE);
    realtime(RealtimeConfig.NONE).unlockMemory();
    assertEquals(List.of(), kernel.asked);
  }

  @Test
  void eachThingThatIsRefusedIsToldInOneLineWithItsRemedyAndTheRestIsStillAskedFor() {
    kernel.answer = -Errno.EPERM;
    begin(ALL);
    assertEquals(4, kernel.asked.size(), kernel.asked::toString);
    assertEquals(
        List.of(
            "memory is not locked: EPERM, not permitted; give the service LimitMEMLOCK=infinity, or"
                + " run sudo prlimit --pid $$ --memlock=unlimited in the shell that starts it",
            "the loop is not kept on core 3: EPERM, not permitted; set board.cpu to one that nproc"
                + " and taskset -p $$ show",
            "no real-time priority 50 for the loop: EPERM, not permitted; give the service"
                + " LimitRTPRIO=51, or run sudo prlimit --pid $$ --rtprio=51 in the shell that"
                + " starts it",
            "no real-time priority 51 for its supervisor: EPERM, not permitted; give the service"
                + " LimitRTPRIO=51, or run sudo prlimit --pid $$ --rtprio=51 in the shell that"
                + " starts it"),
        told);
  }

  @Test
  void memoryIsNotLockedWhereALimitWouldRefuseWhatTheProcessAsksForLater() {
    kernel.lockable = 8 << 20;
    Realtime realtime = realtime(ALL);
    realtime.lockMemory();
    assertFalse(kernel.asked.contains("lock"));
    assertTrue(
        told.getFirst().startsWith("memory is not locked: only 8192 kB may be;"), told::toString);
    assertEquals(1, realtime.shortfalls().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 81, 99})
  void prioritiesOfTheKernelsOwnThreadsAreRefused(int priority) {
    String refused =
        assertThrows(IllegalArgumentException.class, () -> new RealtimeConfig(priority, 0, false))
            .getMessage();
    assertTrue(refused.startsWith("priority must be 1 to 80, or 0 for none, got " + priority));
  }

  @Test
  void coreBelowZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RealtimeConfig(0, -2, false));
  }

  @Test
  void systemWithoutSuchCallsSleepsByJavaAndSaysWhatItLacks() {
    Realtime realtime = new Realtime(ALL, new NoRealtime(), one -> told.add(one.toString()));
    Sleeper sleeper = realtime.sleeper();
    assertFalse(sleeper instanceof PreciseSleeper);
    long wake = System.nanoTime() + 1_000_000;
    sleeper.until(wake);
    assertTrue(System.nanoTime() - wake >= 0);
    realtime.lockMemory();
    realtime.enterLoop();
    assertEquals(3, told.size(), told::toString);
    assertTrue(told.getFirst().contains("this system has no such call"), told::toString);
  }

  @Test
  void kernelWhoseClockIsNotJavasIsNotSleptBy() {
    PlayedKernel other =
        new PlayedKernel() {
          @Override
          public long monotonicNanos() {
            return System.nanoTime() + 1_000_000_000;
          }
        };
    assertInstanceOf(PreciseSleeper.class, realtime(ALL).sleeper());
    Sleeper sleeper = new Realtime(ALL, other, one -> {}).sleeper();
    assertFalse(sleeper instanceof PreciseSleeper);
  }
}
