package io.olivo.controller.command;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Until when something may be done. It is met once or missed for ever: whoever wants to do it and
 * whoever waits for it never disagree.
 */
public final class Deadline {
  private enum Fate {
    OPEN,
    MET,
    MISSED
  }

  private final InstantSource clock;
  private final long millis;
  private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);

  /**
   * @param clock the robot's
   * @param millis by it [ms since 1970]
   */
  public Deadline(InstantSource clock, long millis) {
    this.clock = clock;
    this.millis = millis;
  }

  /** Whether it may be done now; the first call decides. */
  public boolean meet() {
    return fate.compareAndSet(Fate.OPEN, hasPassed() ? Fate.MISSED : Fate.MET)
        && fate.get() == Fate.MET;
  }

  /** Gives up waiting: false when it was done already, or is being done. */
  public boolean giveUp() {
    return fate.compareAndSet(Fate.OPEN, Fate.MISSED) || fate.get() == Fate.MISSED;
  }

  /** Whether it has passed by the clock. */
  public boolean hasPassed() {
    return clock.millis() > millis;
  }
}
