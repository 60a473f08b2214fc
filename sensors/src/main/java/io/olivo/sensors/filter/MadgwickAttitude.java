package io.olivo.sensors.filter;

import io.olivo.sensors.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * Attitude from a gyroscope and an accelerometer as a unit quaternion q = (w, x, y, z) that turns
 * vectors of the body into those of the earth, z up. Source: Madgwick, An efficient orientation
 * filter for inertial and inertial/magnetic sensor arrays (report, 2010), sections 3.1 to 3.3, the
 * form for an inertial measurement unit:
 *
 * <pre>
 * g  = (2(xz - wy), 2(wx + yz), 1 - 2(x x + y y))    up, as the body should feel it
 * f  = g - a / |a|                                   and as it does
 * e  = J'f / |J'f|                                   J = dg/dq
 * q' = 1/2 q (0, rate) - beta e
 * q += q' dt, and to length 1
 * beta = sqrt(3/4) gyroscope error
 * </pre>
 *
 * <p>Departs in two things: it starts at the tilt of the first acceleration, NaN before; and an
 * acceleration of 0 (free fall) only lets the gyroscope turn it. After n ticks without a sample it
 * goes on n times with the newest. Nothing tells the heading: it starts at 0 and drifts. Shapes: q,
 * e: 4; rate, a: 3.
 */
public final class MadgwickAttitude implements Fusion {
  private static final double HALF_PI = StrictMath.PI / 2;

  private final double beta; // rad/s
  private final double dtSeconds;
  private final double[] q = {1, 0, 0, 0};
  private boolean started;

  /**
   * @param gyroscopeError of the rates, mostly their offset at rest [rad/s], such as 0.05
   * @param dtSeconds tick length
   */
  public MadgwickAttitude(double gyroscopeError, double dtSeconds) {
    if (!(gyroscopeError >= 0 && Double.isFinite(gyroscopeError) && dtSeconds > 0)) {
      throw new IllegalArgumentException(
          "an attitude needs a gyroscope error >= 0 rad/s and dt > 0 s, got "
              + gyroscopeError
              + " and "
              + dtSeconds);
    }
    beta = Math.sqrt(.75) * gyroscopeError;
    this.dtSeconds = dtSeconds;
  }

  /** Rates x, y, z, then accelerations x, y, z. */
  @Override
  public List<Unit> inputs() {
    return List.of(
        Unit.RADIAN_PER_SECOND,
        Unit.RADIAN_PER_SECOND,
        Unit.RADIAN_PER_SECOND,
        Unit.METRE_PER_SECOND_SQUARED,
        Unit.METRE_PER_SECOND_SQUARED,
        Unit.METRE_PER_SECOND_SQUARED);
  }

  /** Quaternion w, x, y, z, then roll about x and pitch about y. */
  @Override
  public List<Unit> outputs() {
    return List.of(Unit.ONE, Unit.ONE, Unit.ONE, Unit.ONE, Unit.RADIAN, Unit.RADIAN);
  }

  @Override
  public void next(double[] in, int ticks, double[] out) {
    double size = Math.sqrt(in[3] * in[3] + in[4] * in[4] + in[5] * in[5]);
    double ax = size > 0 ? in[3] / size : 0;
    double ay = size > 0 ? in[4] / size : 0;
    double az = size > 0 ? in[5] / size : 0;
    if (started) {
      for (int i = 0; i < ticks; i++) {
        step(in[0], in[1], in[2], ax, ay, az);
      }
    } else if (size > 0) {
      start(ax, ay, az);
    }
    if (started) {
      store(out);
    } else {
      Arrays.fill(out, Double.NaN);
    }
  }

  /** The shortest way from where the acceleration points to up. */
  private void start(double ax, double ay, double az) {
    boolean upsideDown = az < -.999999;
    set(1 + az, upsideDown ? 1 : ay, upsideDown ? 0 : -ax, 0);
    started = true;
  }

  private void step(double rx, double ry, double rz, double ax, double ay, double az) {
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    double felt = ax == 0 && ay == 0 && az == 0 ? 0 : 1; // else nothing to compare with
    double f1 = felt * (2 * (x * z - w * y) - ax);
    double f2 = felt * (2 * (w * x + y * z) - ay);
    double f3 = felt * (1 - 2 * (x * x + y * y) - az);
    double ew = -2 * y * f1 + 2 * x * f2;
    double ex = 2 * z * f1 + 2 * w * f2 - 4 * x * f3;
    double ey = -2 * w * f1 + 2 * z * f2 - 4 * y * f3;
    double ez = 2 * x * f1 + 2 * y * f2;
    double size = Math.sqrt(ew * ew + ex * ex + ey * ey + ez * ez);
    double b = size > 0 ? beta / size : 0;
    set(
        w + dtSeconds * (.5 * (-x * rx - y * ry - z * rz) - b * ew),
        x + dtSeconds * (.5 * (w * rx + y * rz - z * ry) - b * ex),
        y + dtSeconds * (.5 * (w * ry - x * rz + z * rx) - b * ey),
        z + dtSeconds * (.5 * (w * rz + x * ry - y * rx) - b * ez));
  }

  private void set(double w, double x, double y, double z) {
    double size = Math.sqrt(w * w + x * x + y * y + z * z);
    q[0] = w / size;
    q[1] = x / size;
    q[2] = y / size;
    q[3] = z / size;
  }

  private void store(double[] out) {
    System.arraycopy(q, 0, out, 0, 4);
    double sine = 2 * (q[0] * q[2] - q[1] * q[3]);
    out[4] = StrictMath.atan2(2 * (q[0] * q[1] + q[2] * q[3]), 1 - 2 * (q[1] * q[1] + q[2] * q[2]));
    out[5] = Math.abs(sine) < 1 ? StrictMath.asin(sine) : Math.copySign(HALF_PI, sine);
  }

  @Override
  public void reset() {
    started = false;
    set(1, 0, 0, 0);
  }

  @Override
  public double[] memory() {
    return new double[] {q[0], q[1], q[2], q[3], started ? 1 : 0};
  }

  @Override
  public void recall(double[] memory) {
    System.arraycopy(memory, 0, q, 0, 4);
    started = memory[4] != 0;
  }
}
