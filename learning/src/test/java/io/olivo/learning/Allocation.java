package io.olivo.learning;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the memory that something asks for. */
public final class Allocation {
  private static final int MOST_BLOCKS = 50; // until the compiler is done, late on a busy machine

  private Allocation() {}

  /** Bytes asked for in the best of some blocks of as many rounds; the first of 0 is the last. */
  public static long leastBytes(int rounds, Runnable round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int block = 0; block < MOST_BLOCKS && least > 0; block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int n = 0; n < rounds; n++) {
        round.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
