package io.olivo.sim.task;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the steps of a learner at its task cost: processor time of this thread, which others on the
 * machine disturb less than time on the clock, and memory asked for on the heap.
 */
public final class PracticeClock {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Practice practice;

  PracticeClock(Practice practice) {
    this.practice = practice;
    practice.begin();
  }

  /** Learns so many steps; how much processor time they took [s]. */
  public double seconds(long steps) {
    long begun = threads.getCurrentThreadCpuTime();
    learn(steps);
    return (threads.getCurrentThreadCpuTime() - begun) * 1e-9;
  }

  /** Learns so many steps; how much memory a step asked for [bytes]. */
  public double bytesPerStep(long steps) {
    long begun = threads.getCurrentThreadAllocatedBytes();
    learn(steps);
    return (double) (threads.getCurrentThreadAllocatedBytes() - begun) / steps;
  }

  private void learn(long steps) {
    for (long step = 0; step < steps; step++) {
      practice.step();
    }
  }
}
