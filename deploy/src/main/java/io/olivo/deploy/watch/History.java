package io.olivo.deploy.watch;

import java.util.Arrays;

/** A number over the last minute, four values a second. */
final class History {
  private static final int SLOTS = 240;

  /** What one needs. */
  static final int BYTES = SLOTS * Double.BYTES + 64;

  private static final long SLOT_NANOS = 250_000_000L;

  private final double[] values = new double[SLOTS]; // ring
  private long newest = Long.MIN_VALUE; // slot, counted from time 0

  History() {
    clear();
  }

  /** The newest value of a slot stays; slots in which nothing came are gaps. */
  void put(long nowNanos, double value) {
    long slot = Math.floorDiv(nowNanos, SLOT_NANOS);
    advance(slot);
    values[Math.floorMod(slot, SLOTS)] = value;
  }

  private void advance(long slot) {
    long from = newest == Long.MIN_VALUE ? slot : Math.max(newest + 1, slot - SLOTS + 1);
    for (long empty = from; empty <= slot; empty++) {
      values[Math.floorMod(empty, SLOTS)] = Double.NaN;
    }
    newest = Math.max(newest, slot);
  }

  /** Oldest first, up to now; NaN where nothing came. */
  double[] until(long nowNanos) {
    long slot = Math.floorDiv(nowNanos, SLOT_NANOS);
    advance(slot);
    double[] ordered = new double[SLOTS];
    for (int i = 0; i < SLOTS; i++) {
      ordered[i] = values[Math.floorMod(slot + 1 + i, SLOTS)];
    }
    return ordered;
  }

  void clear() {
    Arrays.fill(values, Double.NaN);
  }
}
