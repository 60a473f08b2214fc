package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/** What expansions draw at random, and how choices of inputs are saved. */
final class RandomUnits {
  private static final int SAMPLES = 512;
  private static final double SPREAD = .6; // standard deviation of a typical input

  private RandomUnits() {}

  /** Some of the inputs, each at most once. */
  static int[] choose(int count, int from, Chance chance) {
    int[] all = new int[from];
    Arrays.setAll(all, i -> i);
    for (int i = 0; i < count; i++) {
      int other = i + chance.index(from - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.copyOf(all, count);
  }

  /** Writes the choices of all units. */
  static void save(StateWriter out, String name, int[][] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      double[] to = out.room(out.row(name, i), chosen[i].length);
      for (int j = 0; j < to.length; j++) {
        to[j] = chosen[i][j];
      }
    }
  }

  /** Takes the choices of all units back. */
  static void load(StateReader in, String name, int[][] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      String row = in.row(name, i);
      for (int j = 0; j < chosen[i].length; j++) {
        chosen[i][j] = (int) in.get(row, chosen[i].length, j);
      }
    }
  }

  /** Rows of normal numbers. */
  static double[][] normal(int rows, int columns, double deviation, Chance chance) {
    double[][] drawn = new double[rows][columns];
    for (double[] row : drawn) {
      Arrays.setAll(row, j -> deviation * chance.normal());
    }
    return drawn;
  }

  /** Uniform numbers. */
  static double[] uniform(int count, double low, double high, Chance chance) {
    double[] drawn = new double[count];
    Arrays.setAll(drawn, i -> chance.uniform(low, high));
    return drawn;
  }

  /** A direction of length 1. */
  static double[] direction(int count, Chance chance) {
    double[] direction = new double[count];
    double square = 0;
    for (int i = 0; i < count; i++) {
      direction[i] = chance.normal();
      square += direction[i] * direction[i];
    }
    for (int i = 0; i < count; i++) {
      direction[i] /= Math.sqrt(square);
    }
    return direction;
  }

  /** The threshold that a share of {@code quantile} of typical inputs stays below. */
  static double threshold(double[] direction, double quantile, Chance chance) {
    double[] projected = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      for (double a : direction) {
        projected[s] += a * SPREAD * chance.normal();
      }
    }
    Arrays.sort(projected);
    return projected[Math.min((int) (quantile * SAMPLES), SAMPLES - 1)];
  }
}
