package io.olivo.actuators.safety;

/**
 * How much mechanical power an actuator may put into its joint. Braking is never limited.
 *
 * @param watts most at any moment
 * @param joules most within {@code seconds}
 * @param seconds see {@code joules}
 */
public record PowerLimit(double watts, double joules, double seconds) {
  /** No limit. */
  public static final PowerLimit NONE = new PowerLimit(Double.MAX_VALUE, Double.MAX_VALUE, 1);

  /** Refuses limits that could not be kept. */
  public PowerLimit {
    if (!(watts > 0 && joules > 0 && seconds > 0)) {
      throw new IllegalArgumentException(
          "power and energy must be above 0, got %s W, %s J within %s s"
              .formatted(watts, joules, seconds));
    }
  }
}
