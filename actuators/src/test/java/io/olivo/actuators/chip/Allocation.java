package io.olivo.actuators.chip;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the memory that something asks for. */
final class Allocation {
  private static final int BLOCKS = 5; // the compiler may still be busy in the first ones

  private Allocation() {}

  /** Bytes asked for in the best of some blocks of as many rounds. */
  static long leastBytes(int rounds, Runnable round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int block = 0; block < BLOCKS; block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int n = 0; n < rounds; n++) {
        round.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
