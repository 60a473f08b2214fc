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
  private final double[][] prediction; // [slot][output]
  private final double[][] distance; // d [slot][slot], a > b; 0 while not compared yet
  private int first;
  private int second;

  SlotMerger(int slots, int outputs, double mergeFactor, double dtSeconds) {
    threshold = mergeFactor;
    rate = dtSeconds / 5;
    prediction = new double[slots][outputs];
    distance = new double[slots][slots];
  }

  /** Computes and keeps a slot's prediction of one output. */
  double predict(int c, int output, Readout slot, double[] z, double[] g) {
    prediction[c][output] = slot.predict(output, z, g);
    return prediction[c][output];
  }

  /** Updates all distances; whether two slots, {@link #first} and {@link #second}, are alike. */
  boolean compare(int count, double usual) {
    boolean alike = false;
    for (int a = 1; a < count; a++) {
      for (int b = 0; b < a; b++) {
        double gap = gap(a, b);
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

  private double gap(int a, int b) {
    double sum = 0;
    for (int j = 0; j < prediction[a].length; j++) {
      double difference = prediction[a][j] - prediction[b][j];
      sum += difference * difference;
    }
    return sum;
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
