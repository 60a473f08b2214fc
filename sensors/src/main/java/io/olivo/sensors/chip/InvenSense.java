package io.olivo.sensors.chip;

/** Ranges that the MPU-6050 and the ICM-20948 have in common, with the same steps. */
public final class InvenSense {
  private static final double G = 9.80665; // m/s^2, standard gravity
  private static final double DEGREE = StrictMath.PI / 180; // rad

  private InvenSense() {}

  /** Largest acceleration; it decides the resolution. */
  public enum AccelerationRange {
    G2(0, 16384),
    G4(1, 8192),
    G8(2, 4096),
    G16(3, 2048);

    final int bits;
    final double stepsPerG;

    AccelerationRange(int bits, double stepsPerG) {
      this.bits = bits;
      this.stepsPerG = stepsPerG;
    }

    /** Its end [m/s^2]. */
    public double most() {
      return (1 << 15) / stepsPerG * G;
    }
  }

  /** Largest rate of turn in degrees per second; it decides the resolution. */
  public enum RateRange {
    DPS250(0, 131),
    DPS500(1, 65.5),
    DPS1000(2, 32.8),
    DPS2000(3, 16.4);

    final int bits;
    final double stepsPerDegree; // per second

    RateRange(int bits, double stepsPerDegree) {
      this.bits = bits;
      this.stepsPerDegree = stepsPerDegree;
    }

    /** Its end [rad/s]. */
    public double most() {
      return (1 << 15) / stepsPerDegree * DEGREE;
    }
  }
}
