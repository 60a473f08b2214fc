package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Eligibility traces, kept only for the units that fired a short while ago.
 *
 * <pre>
 * winners:  z = 1  (replacing),   e_o = e_o + xi_o  (accumulating)
 * then, after learning:  z = gamma lambda z,   e_o = gamma lambda e_o
 * z &lt; cut:  the unit leaves the list, z = e_o = 0
 * </pre>
 *
 * <p>Shapes: z [active], e [output][active]. Units: z 1, e of xi. Cost: the active units, some four
 * to ten times the groups at a cut of .01. Source: Singh and Sutton (1996), Machine Learning 22:123
 * (replacing traces). Departs in the cut.
 */
@HotPath
final class SparseTraces {
  private static final int NONE = -1;

  private float decay; // gamma lambda
  private final float cut;
  private final int[] unit; // [active]
  private final float[] critic; // z [active]
  private final float[][] actor; // e [output][active]
  private final int[] place; // [unit] in the list, or NONE
  private int count;

  SparseTraces(int units, int outputs, double decay, double cut) {
    this.decay = (float) decay;
    this.cut = (float) cut;
    unit = new int[units];
    critic = new float[units];
    actor = new float[outputs][units];
    place = new int[units];
    Arrays.fill(place, NONE);
  }

  /** The units that fire now are eligible from now on, for what was done [output]. */
  void visit(int[] winners, double[] factor) {
    for (int winner : winners) {
      critic[placeOf(winner)] = 1;
    }
    for (int o = 0; o < factor.length; o++) {
      float[] e = actor[o];
      float xi = (float) factor[o];
      for (int winner : winners) {
        e[place[winner]] += xi;
      }
    }
  }

  private int placeOf(int winner) {
    if (place[winner] == NONE) {
      place[winner] = count;
      unit[count] = winner;
      for (float[] e : actor) {
        e[count] = 0;
      }
      count++;
    }
    return place[winner];
  }

  /** z . phi */
  double critic(int[] winners) {
    double sum = 0;
    for (int winner : winners) {
      int at = place[winner];
      sum += at == NONE ? 0 : critic[at];
    }
    return sum;
  }

  /** e_o . phi of units that have traces. */
  double actor(int output, int[] winners) {
    float[] e = actor[output];
    double sum = 0;
    for (int winner : winners) {
      sum += e[place[winner]];
    }
    return sum;
  }

  /** v += step z. */
  void teachCritic(float[] v, float step) {
    for (int n = 0; n < count; n++) {
      v[unit[n]] += step * critic[n];
    }
  }

  /** w += step e_o. */
  void teachActor(int output, float[] w, float step) {
    float[] e = actor[output];
    for (int n = 0; n < count; n++) {
      w[unit[n]] += step * e[n];
    }
  }

  /** Traces decay so from now on: gamma lambda. */
  void fade(double factor) {
    decay = (float) factor;
  }

  /** One step passes; who is below the cut leaves. */
  void decay() {
    shrink(critic);
    for (float[] e : actor) {
      shrink(e);
    }
    for (int n = count - 1; n >= 0; n--) {
      if (critic[n] < cut) {
        remove(n);
      }
    }
  }

  private void shrink(float[] trace) {
    for (int n = 0; n < count; n++) {
      trace[n] *= decay;
    }
  }

  private void remove(int n) {
    place[unit[n]] = NONE;
    count--;
    if (n < count) {
      unit[n] = unit[count];
      critic[n] = critic[count];
      for (float[] e : actor) {
        e[n] = e[count];
      }
      place[unit[n]] = n;
    }
  }

  /** All traces are 0. */
  void clear() {
    for (int n = 0; n < count; n++) {
      place[unit[n]] = NONE;
    }
    count = 0;
  }

  /** Number of units that have traces. */
  int active() {
    return count;
  }

  void save(StateWriter out, String name) {
    spread(critic, out.room(out.name(name, ".critic"), place.length));
    for (int o = 0; o < actor.length; o++) {
      spread(actor[o], out.room(out.name(name, o), place.length));
    }
  }

  private void spread(float[] trace, double[] room) {
    for (int i = 0; i < room.length; i++) {
      room[i] = place[i] == NONE ? 0 : trace[place[i]];
    }
  }

  /** The order of the list may be another one than it was: it changes no sum. */
  void load(StateReader in, String name) {
    clear();
    double[] z = new double[place.length];
    in.get(in.name(name, ".critic"), z);
    for (int i = 0; i < z.length; i++) {
      if (z[i] > 0) {
        critic[placeOf(i)] = (float) z[i];
      }
    }
    for (int o = 0; o < actor.length; o++) {
      String row = in.name(name, o);
      for (int n = 0; n < count; n++) {
        actor[o][n] = (float) in.get(row, place.length, unit[n]);
      }
    }
  }
}
