package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * What is learned: the value and the preferences of every unit, and preferences that follow slowly
 * and are deployed.
 *
 * <pre>
 * v(phi) = V . phi,   mu_o(phi) = W_o . phi
 * Wslow = Wslow + max(rate, 1/t) (W - Wslow)
 * </pre>
 *
 * <p>The slow weights move one part in 32 a step, at 32 times the rate. With a rate of 0 there are
 * none, and W is deployed. Shapes: V [unit], W, Wslow [output][unit]. Units: V scaled reward, W the
 * action's. Source: Polyak and Juditsky (1992), SIAM J Control and Optimization 30:838 (averaged
 * weights).
 */
@HotPath
final class GranuleReadout {
  private static final int PARTS = 32;

  private final float[] value; // V [unit]
  private final float[][] weight; // W [output][unit]
  private final float[][] slow; // Wslow [output][unit]
  private final double slowRate;

  GranuleReadout(int units, int outputs, double slowRate) {
    value = new float[units];
    weight = new float[outputs][units];
    slow = new float[outputs][units];
    this.slowRate = slowRate;
  }

  /** V, to be changed. */
  float[] value() {
    return value;
  }

  /** W of one output, to be changed. */
  float[] weight(int output) {
    return weight[output];
  }

  /** V . phi */
  double value(int[] winners) {
    return Floats.sum(value, winners);
  }

  /** Fills W . phi [output]. */
  void prefer(int[] winners, double[] preference) {
    for (int o = 0; o < preference.length; o++) {
      preference[o] = Floats.sum(weight[o], winners);
    }
  }

  /** Fills what is deployed [output]. */
  void preferSlowly(int[] winners, double[] preference) {
    for (int o = 0; o < preference.length; o++) {
      preference[o] = Floats.sum(slowRate > 0 ? slow[o] : weight[o], winners);
    }
  }

  /** The slow weights follow in one part of the table. */
  void follow(long step) {
    if (slowRate > 0) {
      float rate = (float) Math.min(1, PARTS * Math.max(slowRate, 1.0 / step));
      int length = (value.length + PARTS - 1) / PARTS;
      int from = Math.min(value.length, (int) (step % PARTS) * length);
      int to = Math.min(value.length, from + length);
      for (int o = 0; o < weight.length; o++) {
        approach(slow[o], weight[o], rate, from, to);
      }
    }
  }

  private static void approach(float[] slow, float[] weight, float rate, int from, int to) {
    for (int i = from; i < to; i++) {
      slow[i] += rate * (weight[i] - slow[i]);
    }
  }

  /** Prefers the same, but less: what is wrong with it is sooner unlearned. */
  void weaken(float factor) {
    for (int o = 0; o < weight.length; o++) {
      Floats.scale(weight[o], factor);
      Floats.scale(slow[o], factor);
    }
  }

  /** Becomes a copy of another one. */
  void copyFrom(GranuleReadout other) {
    System.arraycopy(other.value, 0, value, 0, value.length);
    for (int o = 0; o < weight.length; o++) {
      System.arraycopy(other.weight[o], 0, weight[o], 0, value.length);
      System.arraycopy(other.slow[o], 0, slow[o], 0, value.length);
    }
  }

  void save(StateWriter out, String name) {
    Floats.save(out, out.name(name, ".value"), value);
    for (int o = 0; o < weight.length; o++) {
      Floats.save(out, out.row(out.name(name, ".weight"), o), weight[o]);
      Floats.save(out, out.row(out.name(name, ".slow"), o), slow[o]);
    }
  }

  void load(StateReader in, String name) {
    Floats.load(in, in.name(name, ".value"), value);
    for (int o = 0; o < weight.length; o++) {
      Floats.load(in, in.row(in.name(name, ".weight"), o), weight[o]);
      Floats.load(in, in.row(in.name(name, ".slow"), o), slow[o]);
    }
  }
}
