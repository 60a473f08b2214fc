package io.olivo.controller.realtime;

/** A system that has none of it, or has it elsewhere: the loop runs without. */
final class NoRealtime implements RealtimeKernel {
  @Override
  public int sleepUntil(long wakeNanos) {
    return -Errno.ENOSYS;
  }

  @Override
  public long monotonicNanos() {
    return -Errno.ENOSYS;
  }

  @Override
  public int runFifo(int thread, int priority) {
    return -Errno.ENOSYS;
  }

  @Override
  public int vmThread() {
    return -1;
  }

  @Override
  public int pin(int cpu) {
    return -Errno.ENOSYS;
  }

  @Override
  public int lockMemory() {
    return -Errno.ENOSYS;
  }

  @Override
  public int unlockMemory() {
    return -Errno.ENOSYS;
  }

  @Override
  public long lockableBytes() {
    return -1;
  }
}
