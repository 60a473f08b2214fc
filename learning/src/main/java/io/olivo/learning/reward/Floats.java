package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Tables of single-precision numbers, of which a step reads and writes few places. */
@HotPath
final class Floats {
  private Floats() {}

  /** sum over n of table[places[n]], in four partial sums of one fixed order. */
  static double sum(float[] table, int[] places) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int whole = places.length & ~3;
    for (int n = 0; n < whole; n += 4) {
      s0 += table[places[n]];
      s1 += table[places[n + 1]];
      s2 += table[places[n + 2]];
      s3 += table[places[n + 3]];
    }
    for (int n = whole; n < places.length; n++) {
      s0 += table[places[n]];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** table[places[n]] += amount, for all n. */
  static void add(float[] table, int[] places, float amount) {
    for (int place : places) {
      table[place] += amount;
    }
  }

  /** Multiplies all of a table. */
  static void scale(float[] table, float factor) {
    for (int i = 0; i < table.length; i++) {
      table[i] *= factor;
    }
  }

  /** Writes a table, bit for bit. */
  static void save(StateWriter out, String name, float[] table) {
    double[] to = out.room(name, table.length);
    for (int i = 0; i < to.length; i++) {
      to[i] = table[i];
    }
  }

  /** Takes a table back, bit for bit. */
  static void load(StateReader in, String name, float[] table) {
    double[] from = new double[table.length];
    in.get(name, from);
    for (int i = 0; i < from.length; i++) {
      table[i] = (float) from[i];
    }
  }
}
