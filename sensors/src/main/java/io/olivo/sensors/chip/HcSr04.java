package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * HC-SR04, distance by an echo of ultrasound, 0.02 to 4 m. Source: Elecfreaks HC-SR04 user guide:
 * 10 us of trigger, the width of the echo, 60 ms from one to the next.
 *
 * <pre>
 * distance = width c / 2,  c = 331.3 m/s sqrt(T / 273.15 K)
 * </pre>
 *
 * <p>The width is timed here, by looking at the line as fast as the board lets it: a look takes
 * some microseconds, and 58 us are a centimetre. It knows between which looks each edge was, so it
 * knows how wrong it may be: a reading during which the thread was kept from looking is refused.
 * One reading takes up to 50 ms, so it wants a {@code BusPoller} of its own, at no more than 15 Hz.
 * Temperature adds 0.17 % per kelvin.
 */
public final class HcSr04 implements PolledSensor {
  private static final long TRIGGER_NANOS = 10_000;
  private static final long LATEST_ECHO_NANOS = 5_000_000;
  private static final long LONGEST_ECHO_NANOS = 45_000_000; // 38 ms when there is none
  private static final long LARGEST_WIDTH_NANOS = 25_000_000; // 4.3 m
  private static final long PAUSE_NANOS = 60_000_000;
  private static final long NONE = Long.MIN_VALUE;
  private static final double SOUND = 331.3; // m/s at 273.15 K

  private final String name;
  private final DigitalLine trigger;
  private final DigitalLine echo;
  private final LongSupplier clock;
  private final double metresPerNano;
  private final double largestError;
  private boolean pinged;
  private long pingNanos;
  private long doubtNanos; // of both edges
  private String trouble = "";

  /**
   * @param name for messages, such as "hc-sr04 at lines 5 and 6"
   * @param trigger output
   * @param echo input; it needs a divider from 5 V
   * @param clock that times the echo [ns], such as System::nanoTime
   * @param temperature of the air [K]
   * @param largestError that is believed [m], such as 0.02
   */
  public HcSr04(
      String name,
      DigitalLine trigger,
      DigitalLine echo,
      LongSupplier clock,
      double temperature,
      double largestError) {
    if (!(temperature > 200 && temperature < 350 && largestError > 0)) {
      throw new IllegalArgumentException(
          "%s needs 200 to 350 K of air and an error above 0 m, got %s and %s"
              .formatted(name, temperature, largestError));
    }
    this.name = name;
    this.trigger = trigger;
    this.echo = echo;
    this.clock = clock;
    this.largestError = largestError;
    metresPerNano = SOUND * Math.sqrt(temperature / 273.15) * 1e-9 / 2;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("distance", Unit.METRE));
  }

  @Override
  public double begin(int step) throws BusException {
    trigger.write(false);
    if (step == 0) {
      return PAUSE_NANOS * 1e-9;
    }
    requireSilence();
    return READY;
  }

  private void requireSilence() throws BusException {
    if (echo.read()) {
      throw new BusException(name + ": its echo is high before it was triggered");
    }
  }

  /** Infinite when nothing is near enough: that is no valid value of a channel. */
  @Override
  public void read(double[] out) throws BusException {
    if (pinged && clock.getAsLong() - pingNanos < PAUSE_NANOS) {
      throw new BusException(name + " rests for 60 ms" + trouble);
    }
    try {
      out[0] = measure();
      trouble = "";
    } catch (BusException e) {
      trouble = ", before that: " + e.getMessage();
      throw e;
    }
  }

  private double measure() throws BusException {
    requireSilence();
    ping();
    doubtNanos = 0;
    long rise = edge(true, LATEST_ECHO_NANOS);
    if (rise == NONE) {
      throw new BusException(name + " does not answer its trigger");
    }
    long fall = edge(false, LONGEST_ECHO_NANOS);
    if (fall == NONE || fall - rise > LARGEST_WIDTH_NANOS) {
      return Double.POSITIVE_INFINITY;
    }
    requireCertainty();
    return (fall - rise) * metresPerNano;
  }

  private void ping() throws BusException {
    pinged = true;
    pingNanos = clock.getAsLong();
    trigger.write(true);
    long high = clock.getAsLong();
    while (clock.getAsLong() - high < TRIGGER_NANOS) {
      Thread.onSpinWait();
    }
    trigger.write(false);
  }

  /** When the echo went high or low: in the middle between two looks. */
  private long edge(boolean high, long mostNanos) throws BusException {
    long began = clock.getAsLong();
    long old = began; // the last look that saw it as it was began
    while (true) {
      long look = clock.getAsLong();
      boolean seen = echo.read() == high;
      long now = clock.getAsLong();
      if (seen) {
        doubtNanos += now - old;
        return old + (now - old) / 2;
      }
      if (now - began > mostNanos) {
        return NONE;
      }
      old = look;
    }
  }

  private void requireCertainty() throws BusException {
    double error = doubtNanos * metresPerNano / 2;
    if (error > largestError) {
      throw new BusException(
          "%s: looks came too late, it may be wrong by %.3f m".formatted(name, error));
    }
  }
}
