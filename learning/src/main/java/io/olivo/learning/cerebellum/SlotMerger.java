package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Finds two slots of the bank that mean the same plant.
 *
 * <pre>
 * d_ab = EMA_5s(sum_j (pred_a,j - pred_b,j)^2) &lt; mergeFactor n0
 * </pre>
 */
@HotPath
final class SlotMerger {
  private final double threshold; // mergeFactor
  private final double rate;
  private final double[][] distance; // d [slot][slot], a > b; 0 while not compared yet
  private int first;
  private int second;

  SlotMerger(int slots, double mergeFactor, double dtSeconds) {
    threshold = mergeFactor;
    rate = dtSeconds / 5;
    distance = new double[slots][slots];
  }

  /** Updates all distances; whether two slots, {@link #first} and {@link #second}, are alike. */
  boolean compare(SlotErrors errors, int count, double usual) {
    boolean alike = false;
    for (int a = 1; a < count; a++) {
      for (int b = 0; b < a; b++) {
        double gap = errors.gap(a, b);
        double before = distance[a][b] == 0 ? 1e3 * gap + 1e-6 : distance[a][b];
        distance[a][b] = before + rate * (gap - before);
        if (distance[a][b] < threshold * usual) {
          first = a;
          second = b;
          alike = true;
        }
      }
    }
    return alike;
  }

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  /** A slot moves to another place. */
  void move(int from, int to) {
    for (int c = 0; c < distance.length; c++) {
      if (c != to && c != from) {
        distance[Math.max(to, c)][Math.min(to, c)] = distance[Math.max(from, c)][Math.min(from, c)];
      }
    }
  }

  /** A slot is gone. */
  void forget(int c) {
    Arrays.fill(distance[c], 0);
    for (double[] row : distance) {
      row[c] = 0;
    }
  }

  void save(StateWriter out) {
    out.put("bank.distance", distance);
  }

  void load(StateReader in) {
    in.get("bank.distance", distance);
  }
}
