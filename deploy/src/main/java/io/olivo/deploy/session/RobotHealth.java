package io.olivo.deploy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * How a robot itself does, in numbers worth watching: what {@link
 * io.olivo.controller.wire.TelemetryFrame#health} holds. Asked by one thread beside the loop's.
 */
public final class RobotHealth {
  private static final double P99 = 99;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final List<String> names = new ArrayList<>();
  private final List<DoubleSupplier> numbers = new ArrayList<>();

  /**
   * Adds a number; NaN whenever it is not known.
   *
   * @param name on the wire, with its unit at the end where it has one, such as "late_us"
   */
  public RobotHealth add(String name, DoubleSupplier number) {
    names.add(name);
    numbers.add(number);
    return this;
  }

  /** The names, in the order of {@link #fill}. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Fills the numbers of this moment [number]. */
  public void fill(double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = numbers.get(i).getAsDouble();
    }
  }

  /**
   * The 99th percentile of the last whole second [us]; NaN in the first one.
   *
   * @param sinceAsked what was measured since it was last asked [ns]
   * @param nanoClock as {@link System#nanoTime}
   */
  public static DoubleSupplier p99Micros(Supplier<Histogram> sinceAsked, LongSupplier nanoClock) {
    return new DoubleSupplier() {
      private long askedNanos = nanoClock.getAsLong();
      private double last = Double.NaN;

      @Override
      public double getAsDouble() {
        if (nanoClock.getAsLong() - askedNanos >= SECOND_NANOS) {
          askedNanos = nanoClock.getAsLong();
          last = sinceAsked.get().getValueAtPercentile(P99) / NANOS_PER_MICRO;
        }
        return last;
      }
    };
  }
}
