package io.olivo.learning.olive;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A small random square wave per output: 5 % of the output's limit, each sign held for 10 to 50 ms,
 * the outputs independent. The envelope bounds it like any learned command.
 */
@HotPath
final class Dither {
  private static final double SHARE_OF_LIMIT = .05;
  private static final double SHORTEST_SECONDS = .01;
  private static final double SPREAD_SECONDS = .04;

  private final double[] limit; // [output]
  private final double dtSeconds;
  private final Chance chance;
  private final double[] value; // [output]
  private final double[] left; // [output] ticks until the next draw

  Dither(double[] limits, double dtSeconds, Chance chance) {
    limit = limits;
    this.dtSeconds = dtSeconds;
    this.chance = chance;
    value = new double[limits.length];
    left = new double[limits.length];
  }

  void next(double[] out) {
    for (int j = 0; j < value.length; j++) {
      if (left[j] <= 0) {
        value[j] = (chance.uniform() < .5 ? -SHARE_OF_LIMIT : SHARE_OF_LIMIT) * limit[j];
        double seconds = SHORTEST_SECONDS + SPREAD_SECONDS * chance.uniform();
        left[j] = Math.max(1, Math.floor(seconds / dtSeconds));
      }
      left[j]--;
      out[j] = value[j];
    }
  }

  void save(StateWriter out) {
    chance.save(out, "dither.chance");
    out.put("dither.value", value);
    out.put("dither.left", left);
  }

  void load(StateReader in) {
    chance.load(in, "dither.chance");
    in.get("dither.value", value);
    in.get("dither.left", left);
  }
}
