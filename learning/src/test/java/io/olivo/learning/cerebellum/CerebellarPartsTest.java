package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class CerebellarPartsTest {
  private static final int OUTPUTS = 2;
  private static final double[][] RECORDED = {{.9, .8}, {-.9, .7}, {.8, -.9}};

  private final CerebellarParts parts = parts(64);

  private static CerebellarParts parts(int granules) {
    CerebellarConfig config =
        new CerebellarConfig(
            .002,
            new double[] {10, 10},
            granules,
            OptionalInt.of(2),
            new double[] {.1, .1},
            1,
            CerebellarConstants.STANDARD);
    return new CerebellarParts(Disturbed.PHASE, config, RECORDED, RECORDED);
  }

  private void repeat(IntConsumer part, int times) {
    for (int n = 0; n < times * RECORDED.length; n++) {
      part.accept(n % RECORDED.length);
    }
  }

  /** Sum over the outputs of what a part reads from one sample. */
  private double readOf(IntConsumer part, int sample) {
    double before = parts.read();
    part.accept(sample);
    return parts.read() - before;
  }

  @Test
  void leastSquaresLearnItsTarget() {
    repeat(parts.leastSquares(), 500);
    assertEquals(OUTPUTS, readOf(parts.leastSquares(), 1), .02, "1 for each output");
  }

  @Test
  void granulesLearnTheirTarget() {
    repeat(parts.granules(), 5000);
    assertEquals(OUTPUTS, readOf(parts.granules(), 1), .02, "1 for each output");
  }

  @Test
  void eachPartTakesAnySampleInAnyOrderAndNoOther() {
    IntConsumer[] all = {
      parts.features(), parts.traces(), parts.leastSquares(), parts.granules(), parts.bank()
    };
    for (IntConsumer part : all) {
      part.accept(2);
      part.accept(0);
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> part.accept(3));
    }
  }
}
