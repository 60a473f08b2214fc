package io.olivo.controller.realtime;

import java.util.ArrayList;
import java.util.List;

/** A kernel that answers as it is told to, and remembers what was asked. */
class PlayedKernel implements RealtimeKernel {
  int answer; // to all
  long lockable = -1; // bytes
  final List<String> asked = new ArrayList<>();

  @Override
  public int sleepUntil(long wakeNanos) {
    return ask("sleep");
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  private int ask(String what) {
    asked.add(what);
    return answer;
  }

  @Override
  public int runFifo(int thread, int priority) {
    return ask("fifo " + priority + (thread == CALLING_THREAD ? "" : " of " + thread));
  }

  @Override
  public int vmThread() {
    return 7;
  }

  @Override
  public int pin(int cpu) {
    return ask("pin " + cpu);
  }

  @Override
  public int lockMemory() {
    return ask("lock");
  }

  @Override
  public int unlockMemory() {
    return ask("unlock");
  }

  @Override
  public long lockableBytes() {
    return lockable;
  }
}
