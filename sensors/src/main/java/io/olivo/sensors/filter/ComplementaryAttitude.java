package io.olivo.sensors.filter;

import io.olivo.sensors.Unit;
import java.util.List;

/**
 * Tilt about one axis of a body that turns about that axis only, such as a balancing robot: fast
 * from the gyroscope, slow from gravity. Source: Colton, The Balance Filter (MIT, 2007), with the
 * gain of a first-order lag.
 *
 * <pre>
 * tilt += rate n dt                          n: ticks since the sample before
 * tilt += a (gravity - tilt)                 the shorter way round
 * a     = n dt / (tau + n dt)                0 when the acceleration is not about that of gravity
 * gravity = atan2( y, z) about x,  atan2(-x, z) about y      of the acceleration
 * </pre>
 *
 * <p>An acceleration of less than half or more than one and a half standard gravities is a push or
 * a fall, and tells nothing of the tilt.
 */
public final class ComplementaryAttitude implements Fusion {
  /** The axis it turns about; z points up where the tilt is 0, and turns right-handed. */
  public enum Axis {
    /** Inputs are rate.x, acceleration.y and acceleration.z. */
    X(1),
    /** Inputs are rate.y, acceleration.x and acceleration.z. */
    Y(-1);

    private final int direction;

    Axis(int direction) {
      this.direction = direction;
    }
  }

  private static final double TURN = 2 * StrictMath.PI;
  private static final double G = 9.80665; // m/s^2, standard gravity
  private static final double SMALLEST_SQUARE = .25 * G * G;
  private static final double LARGEST_SQUARE = 2.25 * G * G;

  private final int direction;
  private final double tauSeconds;
  private final double dtSeconds;
  private double tilt; // rad, -pi to pi
  private boolean started;

  /**
   * @param axis it turns about
   * @param tauSeconds from when on gravity is believed more than the gyroscope, such as 0.5
   * @param dtSeconds tick length
   */
  public ComplementaryAttitude(Axis axis, double tauSeconds, double dtSeconds) {
    if (!(tauSeconds >= 0 && dtSeconds > 0)) {
      throw new IllegalArgumentException(
          "a tilt needs tau >= 0 s and dt > 0 s, got " + tauSeconds + " and " + dtSeconds);
    }
    direction = axis.direction;
    this.tauSeconds = tauSeconds;
    this.dtSeconds = dtSeconds;
  }

  @Override
  public List<Unit> inputs() {
    return List.of(
        Unit.RADIAN_PER_SECOND, Unit.METRE_PER_SECOND_SQUARED, Unit.METRE_PER_SECOND_SQUARED);
  }

  /** The tilt alone. */
  @Override
  public List<Unit> outputs() {
    return List.of(Unit.RADIAN);
  }

  @Override
  public void next(double[] in, int ticks, double[] out) {
    double across = direction * in[1];
    double up = in[2];
    double seconds = ticks * dtSeconds;
    double square = across * across + up * up;
    boolean gravity = square >= SMALLEST_SQUARE && square <= LARGEST_SQUARE;
    double turned = started ? tilt + in[0] * seconds : 0;
    double gain = started ? seconds / (tauSeconds + seconds) : 1;
    double correction = gravity ? gain * wrapped(StrictMath.atan2(across, up) - turned) : 0;
    tilt = wrapped(turned + correction);
    started = started || gravity;
    out[0] = started ? tilt : Double.NaN;
  }

  private static double wrapped(double angle) {
    return angle - TURN * Math.rint(angle / TURN);
  }

  @Override
  public void reset() {
    started = false;
    tilt = 0;
  }

  @Override
  public double[] memory() {
    return new double[] {tilt, started ? 1 : 0};
  }

  @Override
  public void recall(double[] memory) {
    tilt = memory[0];
    started = memory[1] != 0;
  }
}
