package io.olivo.sensors.filter;

import java.util.SplittableRandom;

/** A body that turns, exactly: its quaternion from step to step of constant rate. */
final class Turning {
  static final double G = 9.80665;

  final double[] q = {1, 0, 0, 0};
  final double[] rate = new double[3];

  /** Turns for a while, {@code q = q exp(rate dt / 2)}. */
  void turn(double dt) {
    double size = Math.sqrt(rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2]);
    double half = size * dt / 2;
    double s = size > 0 ? Math.sin(half) / size : 0;
    double c = Math.cos(half);
    double[] p = q.clone();
    double x = s * rate[0];
    double y = s * rate[1];
    double z = s * rate[2];
    q[0] = c * p[0] - x * p[1] - y * p[2] - z * p[3];
    q[1] = c * p[1] + x * p[0] + z * p[2] - y * p[3];
    q[2] = c * p[2] + y * p[0] + x * p[3] - z * p[1];
    q[3] = c * p[3] + z * p[0] + y * p[1] - x * p[2];
  }

  /** Changes its rate a little, and keeps it within 3 rad/s. */
  void push(SplittableRandom chance) {
    for (int i = 0; i < 3; i++) {
      rate[i] = .995 * rate[i] + chance.nextDouble(-.15, .15);
    }
  }

  /** What the accelerometer feels at rest: up, in the body. */
  double[] gravity() {
    return new double[] {
      G * 2 * (q[1] * q[3] - q[0] * q[2]),
      G * 2 * (q[0] * q[1] + q[2] * q[3]),
      G * (1 - 2 * (q[1] * q[1] + q[2] * q[2]))
    };
  }

  /** Angle between up as it is and as a quaternion has it [rad]. */
  double tiltError(double[] other) {
    double[] a = gravity();
    double[] b = {
      2 * (other[1] * other[3] - other[0] * other[2]),
      2 * (other[0] * other[1] + other[2] * other[3]),
      1 - 2 * (other[1] * other[1] + other[2] * other[2])
    };
    double cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / G;
    return Math.acos(Math.clamp(cosine, -1, 1));
  }
}
