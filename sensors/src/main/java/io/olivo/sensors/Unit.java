package io.olivo.sensors;

/** The SI units that channels use. Other spellings and prefixes are read by {@link Quantity}. */
public enum Unit {
  RADIAN("rad", "angle"),
  METRE("m", "length"),
  RADIAN_PER_SECOND("rad/s", "angular velocity"),
  METRE_PER_SECOND("m/s", "velocity"),
  RADIAN_PER_SECOND_SQUARED("rad/s^2", "angular acceleration"),
  METRE_PER_SECOND_SQUARED("m/s^2", "acceleration"),
  NEWTON_METRE("N*m", "torque"),
  NEWTON("N", "force"),
  SECOND("s", "time"),
  HERTZ("Hz", "frequency"),
  KILOGRAM("kg", "mass"),
  VOLT("V", "voltage"),
  AMPERE("A", "current"),
  OHM("ohm", "resistance"),
  WATT("W", "power"),
  JOULE("J", "energy"),
  KELVIN("K", "temperature"),
  PASCAL("Pa", "pressure"),
  TESLA("T", "magnetic field"),
  ONE("1", "number");

  private final String symbol;
  private final String quantity;

  Unit(String symbol, String quantity) {
    this.symbol = symbol;
    this.quantity = quantity;
  }

  /** The SI symbol, as in "N*m". */
  public String symbol() {
    return symbol;
  }

  /** What the unit measures, as in "torque". */
  public String quantity() {
    return quantity;
  }

  /** Whether this is a position: an angle or a length. */
  public boolean isPosition() {
    return this == RADIAN || this == METRE;
  }

  /** Whether this is the velocity of an angle or of a length. */
  public boolean isVelocity() {
    return this == RADIAN_PER_SECOND || this == METRE_PER_SECOND;
  }

  /** The unit of this position's velocity. */
  public Unit perSecond() {
    return switch (this) {
      case RADIAN -> RADIAN_PER_SECOND;
      case METRE -> METRE_PER_SECOND;
      default -> throw new IllegalArgumentException(quantity + " has no velocity unit");
    };
  }
}
