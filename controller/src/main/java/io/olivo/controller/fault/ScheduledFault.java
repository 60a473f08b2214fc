package io.olivo.controller.fault;

/**
 * One fault of a run. What is outside its time is as if it were not there.
 *
 * @param kind what breaks, and how
 * @param part name of the channel or actuator, or {@link #ALL}
 * @param atSeconds robot time of its begin
 * @param forSeconds its length [robot time]; infinite for the rest of the run
 * @param amount how much, in the unit that {@link FaultKind} names; 0 where the kind has none
 * @param everySeconds mean time between single events, which come at random; 0 for every sample
 */
public record ScheduledFault(
    FaultKind kind,
    String part,
    double atSeconds,
    double forSeconds,
    double amount,
    double everySeconds) {
  /** Every part that such a fault can be in. */
  public static final String ALL = "all";

  private static final double HALF = .5;

  /** Refuses times that are none, and an amount or mean time that no fault has. */
  public ScheduledFault {
    require(atSeconds >= 0 && Double.isFinite(atSeconds), "at", "at least 0 s", atSeconds);
    require(forSeconds > 0, "for", "more than 0 s", forSeconds);
    require(Double.isFinite(amount), kind.amount(), "finite", amount);
    require(everySeconds >= 0, "every", "at least 0 s", everySeconds);
    if (kind == FaultKind.DELAY || kind == FaultKind.BIT_FLIP) {
      require(amount >= 0, kind.amount(), "at least 0", amount);
    }
  }

  private static void require(boolean holds, String what, String wanted, double got) {
    if (!holds) { // written so that NaN is refused, too
      throw new IllegalArgumentException(
          "%s of a fault must be %s, got %s".formatted(what, wanted, got));
    }
  }

  /** A fault of every sample or command in its time; a weak actuator has half its strength. */
  public static ScheduledFault of(
      FaultKind kind, String part, double atSeconds, double forSeconds) {
    double amount = kind == FaultKind.WEAK ? HALF : 0;
    return new ScheduledFault(kind, part, atSeconds, forSeconds, amount, 0);
  }

  /** The same by another amount. */
  public ScheduledFault by(double otherAmount) {
    return new ScheduledFault(kind, part, atSeconds, forSeconds, otherAmount, everySeconds);
  }

  /** The same as single events, so far apart in the mean. */
  public ScheduledFault every(double seconds) {
    return new ScheduledFault(kind, part, atSeconds, forSeconds, amount, seconds);
  }

  /** The same in another part. */
  public ScheduledFault in(String otherPart) {
    return new ScheduledFault(kind, otherPart, atSeconds, forSeconds, amount, everySeconds);
  }

  boolean concerns(String name) {
    return part.equals(ALL) || part.equals(name);
  }

  Span span() {
    long begin = Math.round(atSeconds * 1e9);
    return new Span(begin, Math.max(begin, Math.round((atSeconds + forSeconds) * 1e9)));
  }
}
