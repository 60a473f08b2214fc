package io.olivo.learning;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the memory that something asks for. */
public final class Allocation {
  private static final int BLOCKS = 5; // the compiler may still be busy in the first ones,
  private static final int MOST_BLOCKS = 50; // and on a busy machine in more

  private Allocation() {}

  /** Bytes asked for in the best of five blocks of as many rounds, or of more until one has 0. */
  public static long leastBytes(int rounds, Runnable round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int block = 0; block < BLOCKS || (least > 0 && block < MOST_BLOCKS); block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int n = 0; n < rounds; n++) {
        round.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
