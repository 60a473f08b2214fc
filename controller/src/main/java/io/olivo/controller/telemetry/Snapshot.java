package io.olivo.controller.telemetry;

import io.olivo.learning.HotPath;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands the newest tick to one other thread without locks: three copies, of which the loop owns
 * one, the reader one, and the third is exchanged.
 */
@HotPath
public final class Snapshot implements Telemetry {
  private static final int FRESH = 4; // flag beside the index of the exchanged copy

  private final Tick[] copy = new Tick[3];
  private final AtomicInteger exchanged = new AtomicInteger(1);
  private int writing;
  private int reading = 2;

  /** For ticks of this shape. */
  public Snapshot(Tick shape) {
    for (int i = 0; i < copy.length; i++) {
      copy[i] = shape.sameShape();
    }
  }

  @Override
  public void offer(Tick tick) {
    copy[writing].copyFrom(tick);
    writing = exchanged.getAndSet(writing | FRESH) & ~FRESH;
  }

  /** The newest tick; stays unchanged until the next call. Only for one reading thread. */
  public Tick newest() {
    if ((exchanged.get() & FRESH) != 0) {
      reading = exchanged.getAndSet(reading) & ~FRESH;
    }
    return copy[reading];
  }
}
