package io.olivo.controller.mirror;

import io.olivo.controller.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings messages from the link's thread to one waiting thread, in order, in structs made once. The
 * reader parks at once: spinning first cost 15 % of the ticks per second on two processors, where
 * the broker and the other end want to run.
 *
 * @param <T> the struct
 */
public final class Mailbox<T> {
  /**
   * Fills a struct from a message.
   *
   * @param <T> the struct
   */
  @FunctionalInterface
  public interface Decoder<T> {
    /** Fills it, or refuses the message. */
    void decode(T into, byte[] payload) throws WireException;
  }

  private final List<T> ring;
  private final Decoder<T> decoder;
  private volatile long written;
  private volatile long read; // the reader is done with all before this one
  private volatile @Nullable Thread parked;
  private long taken; // reader's own: how many it took

  /**
   * An empty mailbox.
   *
   * @param slots how many messages it holds, the one being read included
   */
  public Mailbox(int slots, Supplier<T> maker, Decoder<T> decoder) {
    ring = new ArrayList<>(slots);
    for (int i = 0; i < slots; i++) {
      ring.add(maker.get());
    }
    this.decoder = decoder;
  }

  /**
   * Decodes a message into the next free struct and wakes the reader.
   *
   * @return false when the mailbox was full; the message is lost
   * @throws WireException when the message is malformed
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // writers exclude each other
  public synchronized boolean put(byte[] payload) throws WireException {
    if (written - read >= ring.size()) {
      return false;
    }
    decoder.decode(at(written), payload);
    written++;
    wake();
    return true;
  }

  /** Wakes the reader without a message; its {@link #await} returns null. */
  public void wake() {
    Thread reader = parked;
    if (reader != null) {
      LockSupport.unpark(reader);
    }
  }

  /**
   * Takes the next message, which stays valid until the next one is asked for.
   *
   * @param untilNanos {@link System#nanoTime} at which waiting ends
   * @return null when none came in time, or when woken
   */
  public @Nullable T await(long untilNanos) throws InterruptedException {
    read = taken;
    if (written == taken) {
      park(untilNanos);
    }
    return written == taken ? null : at(taken++);
  }

  private void park(long untilNanos) throws InterruptedException {
    parked = Thread.currentThread();
    long left = untilNanos - System.nanoTime();
    if (written == taken && left > 0) {
      LockSupport.parkNanos(this, left);
    }
    parked = null;
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private T at(long index) {
    return ring.get((int) (index % ring.size()));
  }
}
