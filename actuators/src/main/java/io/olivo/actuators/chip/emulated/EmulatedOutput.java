package io.olivo.actuators.chip.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.PwmNanos;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** One output of the computer itself, with pulses or levels. */
public final class EmulatedOutput implements PwmNanos, DigitalLine, DoubleSupplier {
  private double duty;
  private Runnable watcher = () -> {};
  private double failing;
  private SplittableRandom chance = new SplittableRandom(0);

  /** Who looks at it after every change. */
  public void watched(Runnable newWatcher) {
    watcher = newWatcher;
  }

  /** With which probability it can't be set from now on; it stays as it is then. */
  public void goWrong(double probability, long seed) {
    failing = probability;
    chance = new SplittableRandom(seed);
  }

  /** The share of the time in which it is high, 0 to 1. */
  @Override
  public double getAsDouble() {
    return duty;
  }

  @Override
  public void set(long periodNanos, long highNanos) throws BusException {
    if (highNanos < 0 || highNanos > periodNanos) {
      throw new IllegalArgumentException(
          "a pulse of %d ns in a period of %d ns".formatted(highNanos, periodNanos));
    }
    change((double) highNanos / periodNanos);
  }

  @Override
  public boolean read() {
    return duty > 0;
  }

  @Override
  public void write(boolean high) throws BusException {
    change(high ? 1 : 0);
  }

  private void change(double newDuty) throws BusException {
    if (failing > 0 && chance.nextDouble() < failing) {
      throw new BusException("the line is gone");
    }
    duty = newDuty;
    watcher.run();
  }

  @Override
  public void close() {}
}
