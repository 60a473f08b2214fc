package io.olivo.controller.loop;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The time that a robot's loop, its buses and its stamps go by: the wall's, or a slower one. A
 * slower one is for a plant that is simulated slower than it would move, behind devices that are
 * real; a real robot falls as fast as ever.
 */
public final class RobotClock implements LongSupplier {
  /** As fast as the wall's. */
  public static final RobotClock WALL = new RobotClock(1);

  private final double slowed;
  private final long zeroNanos = System.nanoTime();

  /**
   * @param slowed how many seconds of the wall are one of the robot, at least 1
   */
  public RobotClock(double slowed) {
    if (!(slowed >= 1) || Double.isInfinite(slowed)) {
      throw new IllegalArgumentException(
          "robot time goes as fast as the wall's or slower: slowed is at least 1, got " + slowed);
    }
    this.slowed = slowed;
  }

  /** How many seconds of the wall are one of the robot. */
  public double slowed() {
    return slowed;
  }

  /** Now [ns], counted from anywhere. */
  @Override
  public long getAsLong() {
    long wall = System.nanoTime() - zeroNanos;
    return slowed == 1 ? wall : (long) (wall / slowed);
  }

  /**
   * Sleeps.
   *
   * @param wakeNanos of this clock; returns at or after it, or when interrupted
   */
  void until(long wakeNanos) {
    for (long left = wakeNanos - getAsLong();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = wakeNanos - getAsLong()) {
      park(left);
    }
  }

  /** Sleeps for a time of this clock, or less [ns]. */
  void park(long nanos) {
    LockSupport.parkNanos(Math.round(nanos * slowed));
  }
}
