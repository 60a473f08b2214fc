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

  /** The calling thread, where a thread is named. */
  int CALLING_THREAD = 0;

  /**
   * Runs a thread before all others of lower priority; what it starts is not.
   *
   * @param thread its number
   * @param priority 1 to 99
   */
  int runFifo(int thread, int priority);

  /** Number of the thread that stops all others for the JVM; below 1 when it is not to be found. */
  int vmThread();

  /** Keeps the calling thread on one core, by its number. */
  int pin(int cpu);

  /** Keeps all memory of the process in RAM, and what it gets later. */
  int lockMemory();

  /** The opposite. */
  int unlockMemory();

  /** How much memory may be locked [bytes]; below 0 for any. */
  long lockableBytes();
}
