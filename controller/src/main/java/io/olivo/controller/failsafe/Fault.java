package io.olivo.controller.failsafe;

import java.util.Locale;

/**
 * Something that went wrong, with its numbers.
 *
 * @param trouble what
 * @param response how much of the robot has to stop for it
 * @param part the channel, actuator or thing that it happened to
 * @param value what was measured [{@code unit}]; infinite when there never was anything
 * @param limit what would have been allowed [{@code unit}]
 * @param unit of both, such as "s"
 */
public record Fault(
    Trouble trouble, Response response, String part, double value, double limit, String unit) {
  /** How a loop answers; the later one is the stronger. */
  public enum Response {
    /** Goes on acting, learns nothing while it lasts. */
    FREEZE,
    /** Sends the safe command while it lasts, then goes on from where the robot is. */
    PAUSE,
    /** Sends the safe command until somebody arms again. */
    STOP
  }

  /** A fault without numbers. */
  public static Fault of(Trouble trouble, Response response, String part) {
    return new Fault(trouble, response, part, Double.NaN, Double.NaN, "");
  }

  /** Whether this has to be answered more strongly than another. */
  boolean outranks(Fault other) {
    return response.compareTo(other.response) > 0;
  }

  /** For people: the part, what happened, by which numbers, and what to do. */
  public String text() {
    return part + ": " + trouble.what() + numbers() + "; " + trouble.advice();
  }

  private String numbers() {
    if (Double.isNaN(value)) {
      return "";
    }
    return Double.isInfinite(value)
        ? " (none so far)"
        : " (" + plain(value) + " " + unit + ", limit " + plain(limit) + ")";
  }

  private static String plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e9;
    return whole ? Long.toString((long) number) : String.format(Locale.ROOT, "%.4g", number);
  }
}
