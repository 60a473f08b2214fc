package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class SparseTracesTest {
  private static final int UNITS = 40;
  private static final float DECAY = .8f;
  private static final float CUT = .01f;

  private final SparseTraces traces = new SparseTraces(UNITS, 2, DECAY, CUT);
  private final float[] z = new float[UNITS]; // the same by the equations, one by one
  private final float[][] e = new float[2][UNITS];
  private final Chance chance = new Chance(1);

  private int[] live(int steps) {
    int[] winners = new int[3];
    double[] factor = new double[2];
    for (int t = 0; t < steps; t++) {
      for (int g = 0; g < 3; g++) {
        winners[g] = 13 * g + chance.index(13);
      }
      factor[0] = chance.normal();
      factor[1] = chance.normal();
      traces.visit(winners, factor);
      for (int unit : winners) {
        z[unit] = 1;
        e[0][unit] += (float) factor[0];
        e[1][unit] += (float) factor[1];
      }
      traces.decay();
      decayDense();
    }
    return winners;
  }

  private void decayDense() {
    for (int i = 0; i < UNITS; i++) {
      z[i] *= DECAY;
      boolean gone = z[i] < CUT;
      z[i] = gone ? 0 : z[i];
      e[0][i] = gone ? 0 : e[0][i] * DECAY;
      e[1][i] = gone ? 0 : e[1][i] * DECAY;
    }
  }

  private void assertSame(SparseTraces of) {
    float[] v = new float[UNITS];
    float[] w = new float[UNITS];
    of.teachCritic(v, 1);
    of.teachActor(1, w, 1);
    assertArrayEquals(z, v);
    assertArrayEquals(e[1], w);
  }

  @Test
  void listHoldsWhatTheEquationsSay() {
    for (int n = 0; n < 50; n++) {
      int[] winners = live(7);
      assertSame(traces);
      assertEquals((double) z[winners[0]] + z[winners[1]] + z[winners[2]], traces.critic(winners));
    }
  }

  @Test
  void traceEndsBelowTheCut() {
    traces.visit(new int[] {5}, new double[2]);
    int steps = 0;
    while (traces.active() > 0) {
      traces.decay();
      steps++;
    }
    assertEquals(21, steps, "0.8^20 = 0.0115, 0.8^21 = 0.0092");
  }

  @Test
  void clearedTracesTeachNothing() {
    live(10);
    traces.clear();
    assertEquals(0, traces.active());
    float[] v = new float[UNITS];
    traces.teachCritic(v, 1);
    assertArrayEquals(new float[UNITS], v);
    assertEquals(0, traces.critic(new int[] {1, 2, 3}));
  }

  @Test
  void savedTracesGoOn() {
    live(30);
    StateWriter out = new StateWriter("traces");
    traces.save(out, "t");
    SparseTraces other = new SparseTraces(UNITS, 2, DECAY, CUT);
    other.visit(new int[] {0, 1, 39}, new double[] {1, 1}); // what it held is gone
    other.load(new StateReader(out.bytes()), "t");
    assertTrue(other.active() > 3);
    assertSame(other);
    other.decay();
    decayDense();
    assertSame(other);
  }
}
