package io.olivo.deploy.bench;

/**
 * What each of the runs of a {@link JitterBench} does.
 *
 * @param seconds length of a run, both halves together [s]
 * @param rateHertz of the loop [Hz]
 * @param tick what it does at each wake
 * @param priority SCHED_FIFO of the loop and of cyclictest; 0 for ordinary threads
 * @param first core of the loop, and of cyclictest in the second half
 * @param second the other one
 * @param garbageMegabytes made by another thread per second, where one makes any [MB/s]
 * @param liveMegabytes of that what is still in use [MB]
 * @param beside whether cyclictest runs at the same time
 */
public record JitterPlan(
    double seconds,
    double rateHertz,
    TickKind tick,
    int priority,
    int first,
    int second,
    int garbageMegabytes,
    int liveMegabytes,
    boolean beside) {
  /** What a loop does when it is awake. */
  public enum TickKind {
    /** Nothing. */
    EMPTY,
    /** The whole tick of arm2, its simulated plant included. */
    WHOLE
  }

  /** Of a half [s]. */
  double halfSeconds() {
    return seconds / 2;
  }

  /** Of the loop [ns]. */
  long periodNanos() {
    return Math.round(1e9 / rateHertz);
  }
}
