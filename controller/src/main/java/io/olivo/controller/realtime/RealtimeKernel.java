package io.olivo.controller.realtime;

/** What is asked of the kernel. Each answers 0, or {@code -errno} when it was refused. */
interface RealtimeKernel {
  /**
   * Sleeps until a time of its monotonic clock; a signal may end that early. For one thread.
   *
   * @param wakeNanos absolute [ns]
   */
  int sleepUntil(long wakeNanos);

  /** Its monotonic clock [ns]; below 0 when there is none. */
  long monotonicNanos();

  /**
   * Runs the calling thread before all others of lower priority; what it starts is not.
   *
   * @param priority 1 to 99
   */
  int runFifo(int priority);

  /** Keeps the calling thread on one core, by its number. */
  int pin(int cpu);

  /** Keeps all memory of the process in RAM, and what it gets later. */
  int lockMemory();

  /** The opposite. */
  int unlockMemory();

  /** How much memory may be locked [bytes]; below 0 for any. */
  long lockableBytes();
}
