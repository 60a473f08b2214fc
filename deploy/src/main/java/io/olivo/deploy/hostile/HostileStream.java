package io.olivo.deploy.hostile;

import io.olivo.learning.Chance;
import java.util.EnumSet;

/**
 * Values that nobody should send: a while of one kind of nonsense, then of another. Repeatable by
 * its seed.
 */
final class HostileStream {
  /** What the values are like for a while. */
  enum Kind {
    SOUND,
    ZERO,
    CONSTANT,
    AT_LIMITS,
    ALTERNATING,
    DENORMAL,
    JUMPING_SCALE,
    ALMOST_BELIEVABLE,
    HUGE,
    INFINITE,
    NAN,
    MIXED
  }

  private static final Kind[] ALL = Kind.values();
  private static final Kind[] BELIEVABLE =
      EnumSet.range(Kind.SOUND, Kind.ALMOST_BELIEVABLE).toArray(new Kind[0]);
  private static final Kind[] UNBELIEVABLE =
      EnumSet.range(Kind.HUGE, Kind.MIXED).toArray(new Kind[0]);
  private static final double UNBELIEVABLE_SHARE = .1; // of the time
  private static final int LONGEST = 4000; // ticks

  private final double[] limit; // [value] largest sound one
  private final Chance chance;
  private final double[] kept; // [value] the constant
  private Kind kind = Kind.SOUND;
  private int left; // ticks
  private double scale = 1;
  private double sign = 1;

  HostileStream(double[] limit, Chance chance) {
    this.limit = limit.clone();
    this.chance = chance;
    kept = new double[limit.length];
  }

  /** The values of the next tick. */
  void next(double[] out) {
    if (left-- <= 0) {
      change();
    }
    sign = -sign;
    if (kind == Kind.JUMPING_SCALE && chance.uniform() < .01) {
      scale = StrictMath.pow(10, chance.uniform(-12, 6));
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = value(kind == Kind.MIXED ? ALL[chance.index(ALL.length)] : kind, i);
    }
  }

  private void change() {
    Kind[] some = chance.uniform() < UNBELIEVABLE_SHARE ? UNBELIEVABLE : BELIEVABLE;
    kind = some[chance.index(some.length)];
    left = chance.index(LONGEST);
    scale = StrictMath.pow(10, chance.uniform(-12, 6));
    for (int i = 0; i < kept.length; i++) {
      kept[i] = chance.uniform(-limit[i], limit[i]);
    }
  }

  private double value(Kind one, int i) {
    return switch (one) {
      case SOUND -> chance.uniform(-limit[i], limit[i]);
      case ZERO -> 0;
      case CONSTANT -> kept[i];
      case AT_LIMITS -> chance.uniform() < .5 ? -limit[i] : limit[i];
      case ALTERNATING -> sign * limit[i];
      case DENORMAL -> chance.uniform(-1, 1) * 1e-310;
      case JUMPING_SCALE, MIXED -> chance.uniform(-1, 1) * scale;
      case ALMOST_BELIEVABLE -> sign * 1e6;
      case HUGE -> sign * 1e300;
      case INFINITE -> sign * Double.POSITIVE_INFINITY;
      case NAN -> Double.NaN;
    };
  }
}
