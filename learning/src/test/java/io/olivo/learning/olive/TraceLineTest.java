package io.olivo.learning.olive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class TraceLineTest {
  private static final double RATE = .0625; // a power of two, so that the expectation is exact

  @Test
  void everyLagTellsTheTraceOfExactlySoManyTicksAgo() {
    TraceLine line = new TraceLine(1, 1); // no filter: the trace is the input
    for (int t = 0; t < 500; t++) { // several times round the ring
      line.push(new double[] {t});
      for (int lag = 0; lag <= Math.min(t, OliveConfig.LARGEST_LAG); lag++) {
        assertEquals(t - lag, line.at(lag)[0]);
      }
    }
  }

  @Test
  void traceOfAStepRisesAsAFirstOrderLag() {
    TraceLine line = new TraceLine(2, RATE);
    double left = 1;
    for (int t = 0; t < 100; t++) {
      line.push(new double[] {1, -2});
      left *= 1 - RATE;
      assertArrayEquals(new double[] {1 - left, -2 * (1 - left)}, line.at(0), 1e-14);
    }
  }

  @Test
  void resetForgetsFilterAndRing() {
    TraceLine line = new TraceLine(1, RATE);
    for (int t = 0; t < 100; t++) {
      line.push(new double[] {5});
    }
    line.reset();
    for (int lag = 0; lag <= OliveConfig.LARGEST_LAG; lag++) {
      assertEquals(0, line.at(lag)[0]);
    }
    line.push(new double[] {1});
    assertEquals(RATE, line.at(0)[0]);
  }

  @Test
  void savedLineGoesOnBitForBit() {
    TraceLine line = new TraceLine(1, RATE);
    for (int t = 0; t < 100; t++) {
      line.push(new double[] {t});
    }
    StateWriter out = new StateWriter("line");
    line.save(out, "l");
    TraceLine other = new TraceLine(1, RATE);
    other.load(new StateReader(out.bytes()), "l");
    line.push(new double[] {7});
    other.push(new double[] {7});
    for (int lag = 0; lag <= OliveConfig.LARGEST_LAG; lag++) {
      assertEquals(line.at(lag)[0], other.at(lag)[0]);
    }
  }
}
