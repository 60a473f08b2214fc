package io.olivo.controller.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PreciseSleeperTest {
  private static final long MS = 1_000_000; // ns

  /** Sleeps by Java, and remembers for how long it was asked to. */
  private static final class Measuring extends PlayedKernel {
    final List<Long> lengths = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public int sleepUntil(long wakeNanos) {
      lengths.add(wakeNanos - System.nanoTime());
      meanwhile.run();
      while (answer == 0 && System.nanoTime() - wakeNanos < 0) {
        Thread.onSpinWait();
      }
      return answer;
    }
  }

  private final Measuring kernel = new Measuring();

  @Test
  void longSleepIsCutSoThatAnInterruptIsSeenAfter20Milliseconds() {
    kernel.meanwhile = Thread.currentThread()::interrupt;
    new PreciseSleeper(kernel).until(System.nanoTime() + 3_600_000 * MS);
    assertTrue(Thread.interrupted(), "and it stays so, for the pacer to see");
    assertEquals(1, kernel.lengths.size(), kernel.lengths::toString);
    assertTrue(kernel.lengths.getFirst() <= 20 * MS, kernel.lengths::toString);
  }

  @Test
  void threadThatIsInterruptedDoesNotSleepAtAll() {
    Thread.currentThread().interrupt();
    new PreciseSleeper(kernel).until(System.nanoTime() + 3_600_000 * MS);
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), kernel.lengths);
  }

  @Test
  void signalThatEndsASleepEarlyDoesNotEndTheWait() {
    kernel.answer = -Errno.EINTR;
    long wake = System.nanoTime() + 2 * MS;
    new PreciseSleeper(kernel).until(wake);
    assertTrue(System.nanoTime() - wake >= 0);
    assertTrue(kernel.lengths.size() > 1);
  }

  @Test
  void kernelThatRefusesToSleepIsLeftForJavaAndNotAskedInASpin() {
    kernel.answer = -Errno.EINVAL;
    long wake = System.nanoTime() + 5 * MS;
    new PreciseSleeper(kernel).until(wake);
    assertTrue(System.nanoTime() - wake >= 0);
    assertTrue(kernel.lengths.size() < 50, kernel.lengths::toString);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thousandSleepsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PreciseSleeper sleeper = new PreciseSleeper(new LinuxRealtime());
    long least = Long.MAX_VALUE; // the compiler may still be busy in the first ones
    for (int block = 0; block < 10 && least > 0; block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int sleep = 0; sleep < 1000; sleep++) {
        sleeper.until(System.nanoTime() + 1000);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes in the best of some blocks of 1000 sleeps");
  }
}
