package io.olivo.learning;

/**
 * Elementary functions of basic arithmetic only, in one fixed order: the same bits on every
 * processor, no allocation. ({@code Math.sin} may differ between processors; {@code StrictMath.sin}
 * allocates.) Largest errors against {@code StrictMath}, measured over a million arguments of each
 * kind: see {@code ElementaryTest}. Series are Taylor's, after reduction to a small argument.
 */
@HotPath
public final class Elementary {
  // pi/2 and ln 2 in pieces of 33 bits, so that k times a piece is exact for |k| < 2^20
  private static final double HALF_PI_HIGH = 0x1.921fb544p0;
  private static final double HALF_PI_MIDDLE = 0x1.0b4611a6p-34;
  private static final double HALF_PI_LOW = 0x1.3198a2e037073p-69;
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  private static final double LARGEST_EXACT_ANGLE = 1e6;
  private static final double TWO_PI = 0x1.921fb54442d18p2;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double ONE_OVER_LN2 = 0x1.71547652b82fep0;
  private static final double ROUNDING = 0x1.8p52; // adding and subtracting it rounds to an integer

  private Elementary() {}

  /** Sine; within 2 ulp for |x| up to a million radians. */
  public static double sin(double x) {
    double angle = reduced(x);
    double turns = quarterTurns(angle);
    double r = remainder(angle, turns);
    return switch ((int) turns & 3) {
      case 0 -> sinNear(r);
      case 1 -> cosNear(r);
      case 2 -> -sinNear(r);
      default -> -cosNear(r);
    };
  }

  /** Cosine; within 2 ulp for |x| up to a million radians. */
  public static double cos(double x) {
    double angle = reduced(x);
    double turns = quarterTurns(angle);
    double r = remainder(angle, turns);
    return switch ((int) turns & 3) {
      case 0 -> cosNear(r);
      case 1 -> -sinNear(r);
      case 2 -> -cosNear(r);
      default -> sinNear(r);
    };
  }

  /** Exponential; within 2 ulp. */
  public static double exp(double x) {
    if (!(x < 709.8)) {
      return x >= 709.8 ? Double.POSITIVE_INFINITY : x;
    }
    if (x < -745.2) {
      return 0;
    }
    double k = x * ONE_OVER_LN2 + ROUNDING - ROUNDING;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    return scale(1 + expm1Near(r), (int) k);
  }

  /** Hyperbolic tangent; within 4 ulp. */
  public static double tanh(double x) {
    double size = Math.abs(x);
    if (!(size < 22)) {
      return size >= 22 ? Math.signum(x) : x;
    }
    double twice = 2 * size;
    double e = twice < 0.34 ? expm1Near(twice) : exp(twice) - 1;
    double result = e / (e + 2);
    return x < 0 ? -result : result;
  }

  /** Angle of the point (x, y) in (-pi, pi]; within 4 ulp. */
  public static double atan2(double y, double x) {
    if (x == 0 && y == 0) {
      return 0;
    }
    double high = Math.abs(x) > Math.abs(y) ? Math.abs(x) : Math.abs(y);
    double low = Math.abs(x) > Math.abs(y) ? Math.abs(y) : Math.abs(x);
    double angle = atanBelowOne(low / high);
    if (Math.abs(y) > Math.abs(x)) {
      angle = HALF_PI_HIGH - angle + HALF_PI_MIDDLE;
    }
    if (x < 0) {
      angle = 2 * HALF_PI_HIGH - angle + 2 * HALF_PI_MIDDLE;
    }
    return y < 0 ? -angle : angle;
  }

  /** Arc cosine of -1 .. 1; within 6 ulp. NaN outside. */
  public static double acos(double x) {
    return 2 * atan2(Math.sqrt(1 - x), Math.sqrt(1 + x));
  }

  private static double reduced(double x) {
    return Math.abs(x) <= LARGEST_EXACT_ANGLE ? x : Math.IEEEremainder(x, TWO_PI);
  }

  private static double quarterTurns(double x) {
    return x * TWO_OVER_PI + ROUNDING - ROUNDING;
  }

  private static double remainder(double x, double turns) {
    return ((x - turns * HALF_PI_HIGH) - turns * HALF_PI_MIDDLE) - turns * HALF_PI_LOW;
  }

  /** Taylor to x^17, |x| up to pi/4. */
  private static double sinNear(double x) {
    double s = x * x;
    double tail = 1.0 / 355687428096000.0;
    tail = tail * s - 1.0 / 1307674368000.0;
    tail = tail * s + 1.0 / 6227020800.0;
    tail = tail * s - 1.0 / 39916800.0;
    tail = tail * s + 1.0 / 362880.0;
    tail = tail * s - 1.0 / 5040.0;
    tail = tail * s + 1.0 / 120.0;
    tail = tail * s - 1.0 / 6.0;
    return x + x * s * tail;
  }

  /** Taylor to x^16, |x| up to pi/4. */
  private static double cosNear(double x) {
    double s = x * x;
    double tail = 1.0 / 20922789888000.0;
    tail = tail * s - 1.0 / 87178291200.0;
    tail = tail * s + 1.0 / 479001600.0;
    tail = tail * s - 1.0 / 3628800.0;
    tail = tail * s + 1.0 / 40320.0;
    tail = tail * s - 1.0 / 720.0;
    tail = tail * s + 1.0 / 24.0;
    double half = 0.5 * s;
    double whole = 1 - half;
    return whole + ((1 - whole - half) + s * s * tail);
  }

  /** exp(x) - 1 by Taylor to x^14, |x| up to 0.35. */
  private static double expm1Near(double x) {
    double tail = 1.0 / 87178291200.0;
    tail = tail * x + 1.0 / 6227020800.0;
    tail = tail * x + 1.0 / 479001600.0;
    tail = tail * x + 1.0 / 39916800.0;
    tail = tail * x + 1.0 / 3628800.0;
    tail = tail * x + 1.0 / 362880.0;
    tail = tail * x + 1.0 / 40320.0;
    tail = tail * x + 1.0 / 5040.0;
    tail = tail * x + 1.0 / 720.0;
    tail = tail * x + 1.0 / 120.0;
    tail = tail * x + 1.0 / 24.0;
    tail = tail * x + 1.0 / 6.0;
    tail = tail * x + 0.5;
    return x + x * x * tail;
  }

  /** x 2^k without leaving the range of doubles on the way. */
  private static double scale(double x, int k) {
    int half = k / 2;
    return x * power(half) * power(k - half);
  }

  private static double power(int k) {
    return Double.longBitsToDouble((long) (k + 1023) << 52);
  }

  /** Arc tangent of 0 .. 1: halved twice, then Taylor to t^27. */
  private static double atanBelowOne(double t) {
    double half = t / (1 + Math.sqrt(1 + t * t));
    double quarter = half / (1 + Math.sqrt(1 + half * half));
    double s = quarter * quarter;
    double tail = -1.0 / 27;
    for (int n = 25; n >= 3; n -= 2) {
      tail = tail * s + ((n & 2) == 0 ? 1.0 / n : -1.0 / n);
    }
    return 4 * (quarter + quarter * s * tail);
  }
}
