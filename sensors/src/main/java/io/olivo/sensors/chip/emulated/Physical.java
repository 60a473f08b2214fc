package io.olivo.sensors.chip.emulated;

/** What an emulated chip feels of the world. Whatever a chip does not ask for may stay as it is. */
public interface Physical {
  /** Angle of the shaft [rad]. */
  default double angle() {
    return 0;
  }

  /** Specific force along an axis of the chip (x, y, z: 0, 1, 2): at rest it is gravity [m/s^2]. */
  default double acceleration(int axis) {
    return 0;
  }

  /** Rate of turn about an axis of the chip [rad/s]. */
  default double rate(int axis) {
    return 0;
  }

  /** Orientation as a unit quaternion (w, x, y, z: 0 to 3), from the chip's axes to the earth's. */
  default double orientation(int part) {
    return part == 0 ? 1 : 0;
  }

  /** Magnetic field along an axis of the chip [T]. */
  default double field(int axis) {
    return 0;
  }

  /** Distance of what is nearest in front of it [m]. */
  default double distance() {
    return Double.POSITIVE_INFINITY;
  }

  /** Temperature [K]. */
  default double temperature() {
    return 298.15;
  }

  /** Voltage at an input or supply [V]. */
  default double voltage(int input) {
    return 0;
  }

  /** Current through the shunt [A]. */
  default double current() {
    return 0;
  }
}
