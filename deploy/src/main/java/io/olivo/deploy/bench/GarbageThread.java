package io.olivo.deploy.bench;

import java.util.concurrent.locks.LockSupport;

/**
 * Makes garbage at a rate, as the threads beside a loop do: pieces of 1 kB, each of them in use
 * until as many came after it as the live set holds.
 */
final class GarbageThread implements AutoCloseable {
  private static final int PIECE = 1000; // bytes
  private static final long PAUSE_NANOS = 5_000_000;

  private final byte[][] live;
  private final double bytesPerNano;
  private final Thread thread;
  private volatile boolean closing;
  private volatile long bytes;

  /**
   * Starts at once.
   *
   * @param megabytesPerSecond rate [MB/s]
   * @param liveMegabytes what is in use at a time [MB]
   */
  GarbageThread(int megabytesPerSecond, int liveMegabytes) {
    live = new byte[Math.max(1, liveMegabytes * 1_000_000 / PIECE)][];
    bytesPerNano = megabytesPerSecond / 1e3;
    thread = Thread.ofPlatform().name("olivo-garbage").daemon().start(this::make);
  }

  private void make() {
    long began = System.nanoTime();
    long made = 0;
    while (!closing) {
      double due = (System.nanoTime() - began) * bytesPerNano;
      for (; made < due; made += PIECE) {
        live[(int) (made / PIECE % live.length)] = new byte[PIECE];
      }
      bytes = made;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Made so far [bytes]. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }
}
