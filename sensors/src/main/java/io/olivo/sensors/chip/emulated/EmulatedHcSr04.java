package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.SplittableRandom;

/**
 * HC-SR04: Elecfreaks HC-SR04 user guide. Time goes by only while somebody looks: a look at a line
 * takes its time, and now and then the thread is kept from looking for some milliseconds.
 */
public final class EmulatedHcSr04 {
  private static final long CLOCK_NANOS = 100; // that asking for the time takes
  private static final long SHORTEST_TRIGGER_NANOS = 10_000;
  private static final long ECHO_AFTER_NANOS = 450_000;
  private static final long NO_ECHO_NANOS = 38_000_000;
  private static final double FURTHEST = 4; // m
  private static final double SOUND = 331.3; // m/s at 273.15 K
  private static final long KEPT_NANOS = 3_000_000;

  private final Physical world;
  private final long lookNanos;
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;
  private double kept; // probability of a look
  private long nowNanos;
  private boolean triggered;
  private long triggerNanos;
  private long riseNanos;
  private long fallNanos;

  /**
   * @param world with a distance and a temperature
   * @param lookNanos how long reading or writing a line takes
   * @param seed of everything that goes wrong
   */
  public EmulatedHcSr04(Physical world, long lookNanos, long seed) {
    this.world = world;
    this.lookNanos = lookNanos;
    chance = new SplittableRandom(seed);
  }

  /** What goes wrong from now on: no answer is a board that says an error. */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  /** From now on the thread is kept from looking for 3 ms, with this probability at each look. */
  public void keep(double probability) {
    kept = probability;
  }

  /** Lets time go by. */
  public void pass(long nanos) {
    nowNanos += nanos;
  }

  /** The time [ns]. */
  public long nanos() {
    return nowNanos += CLOCK_NANOS;
  }

  private void look() throws BusException {
    nowNanos += lookNanos + (kept > 0 && chance.nextDouble() < kept ? KEPT_NANOS : 0);
    if (mishaps.noAnswer() > 0 && chance.nextDouble() < mishaps.noAnswer()) {
      throw new BusException("the line cannot be reached");
    }
  }

  private void trigger(boolean high) {
    if (high && !triggered) {
      triggerNanos = nowNanos;
    } else if (!high && triggered && nowNanos - triggerNanos >= SHORTEST_TRIGGER_NANOS) {
      riseNanos = nowNanos + ECHO_AFTER_NANOS;
      fallNanos = riseNanos + width();
    }
    triggered = high;
  }

  private long width() {
    double speed = SOUND * Math.sqrt(world.temperature() / 273.15);
    boolean heard = world.distance() <= FURTHEST;
    return heard ? Math.round(2 * world.distance() / speed * 1e9) : NO_ECHO_NANOS;
  }

  private boolean echo() {
    return nowNanos >= riseNanos && nowNanos < fallNanos;
  }

  /** The line that starts it. */
  public DigitalLine triggerLine() {
    return new DigitalLine() {
      @Override
      public boolean read() throws BusException {
        look();
        return triggered;
      }

      @Override
      public void write(boolean high) throws BusException {
        look();
        trigger(high);
      }
    };
  }

  /** The line that is high as long as the sound is on its way. */
  public DigitalLine echoLine() {
    return new DigitalLine() {
      @Override
      public boolean read() throws BusException {
        look();
        return echo();
      }

      @Override
      public void write(boolean high) throws BusException {
        throw new BusException("an input cannot be written");
      }
    };
  }
}
