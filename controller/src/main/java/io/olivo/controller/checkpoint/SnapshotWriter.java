package io.olivo.controller.checkpoint;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.Stateful;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was learned from the loop between two ticks and publishes it on a thread of its own.
 * The loop's share is one copy into memory that exists; it never waits for the disk. While a
 * snapshot is still being written the next one is dropped and counted.
 *
 * <p>One thread offers. The image belongs to that thread while {@link #full} is false, else to the
 * writing one.
 */
public final class SnapshotWriter implements AutoCloseable {
  /** What became of an offer. */
  public enum Offered {
    /** Taken; will be published. */
    ACCEPTED,
    /** The one before is still being written. */
    DROPPED
  }

  /** Lays an image out as bytes, on the writing thread. */
  @FunctionalInterface
  public interface Labeller {
    /**
     * The bytes of a snapshot.
     *
     * @param facts number and parent, tick, robot time [s] and reason
     */
    byte[] bytes(StateImage image, Map<String, String> facts);
  }

  private static final long LOOK_NANOS = 50_000_000; // how often the thread looks for work
  private static final long CLOSE_MILLIS = 5000;

  /**
   * What was published.
   *
   * @param number of the generation
   * @param digest SHA-256 of the file
   */
  public record Published(long number, String digest) {}

  private final SnapshotStore store;
  private final Stateful what;
  private final StateImage image;
  private final Labeller labeller;
  private final Consumer<String> told;
  private final Thread thread = new Thread(this::run, "olivo-snapshots");
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile @Nullable Published last;
  private volatile boolean full;
  private volatile boolean closed;
  private boolean complained; // since the last success
  private long tick;
  private double robotSeconds;
  private String reason = "";

  /**
   * Lays out the image once, so that no later copy asks for memory; then waits for offers.
   *
   * @param what is saved
   * @param kind of what is saved, such as "cerebellum"
   * @param told hears, on the writing thread, of the first trouble of a kind, once until one is
   *     published again
   */
  public SnapshotWriter(
      SnapshotStore store, Stateful what, String kind, Labeller labeller, Consumer<String> told) {
    this.store = store;
    this.what = what;
    this.labeller = labeller;
    this.told = told;
    image = new StateImage(kind);
    image.fill(what);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes a copy of the state of now; only for the thread that runs the loop, between two ticks.
   *
   * @param atTick number of the tick after which it is
   * @param atSeconds robot time [s]
   * @param why such as "periodic"
   */
  @HotPath
  public Offered offer(long atTick, double atSeconds, String why) {
    if (full || closed) {
      dropped.getAndIncrement();
      return Offered.DROPPED;
    }
    image.fill(what);
    tick = atTick;
    robotSeconds = atSeconds;
    reason = why;
    full = true;
    return Offered.ACCEPTED;
  }

  /** How many are on the disk. */
  public long published() {
    return published.get();
  }

  /** The newest that is on the disk; null before the first. */
  public @Nullable Published last() {
    return last;
  }

  /** Whether one is being written. */
  public boolean isBusy() {
    return full;
  }

  /** How many were offered while another one was being written. */
  public long dropped() {
    return dropped.get();
  }

  /** How many were not written because the disk is nearly full. */
  public long skipped() {
    return skipped.get();
  }

  /** How many the disk refused. */
  public long failed() {
    return failed.get();
  }

  /** Publishes what was accepted, then ends; to be called when the loop has ended. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      publishIfFull();
      LockSupport.parkNanos(LOOK_NANOS);
    }
    publishIfFull();
  }

  private void publishIfFull() {
    if (full) {
      publish();
      full = false;
    }
  }

  private void publish() {
    try {
      Generation made = store.publish(lineage -> labeller.bytes(image, facts(lineage)));
      last = new Published(made.number(), made.digest());
      published.getAndIncrement();
      complained = false;
    } catch (NoSpaceException e) {
      skipped.getAndIncrement();
      complain(e);
    } catch (IOException | RuntimeException e) {
      failed.getAndIncrement();
      complain(e);
    }
  }

  private Map<String, String> facts(Map<String, String> lineage) {
    Map<String, String> facts = new LinkedHashMap<>(lineage);
    facts.put("tick", Long.toString(tick));
    facts.put("robot_seconds", Double.toString(robotSeconds));
    facts.put("reason", reason);
    return facts;
  }

  private void complain(Exception e) {
    if (!complained) {
      told.accept("no snapshot was saved: " + e.getMessage());
      complained = true;
    }
  }
}
