package io.olivo.learning.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Chance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWeightsTest {
  private static final double GAIN = .5;
  private static final NetSpec SPEC =
      new NetSpec(List.of(5, 6, 9, 4), Activation.TANH, Loss.SQUARED, GAIN, GAIN, 0, false, true);

  private final Kernels kernels = new DoubleRows();

  /** W_2 is wider than tall, W_3 taller than wide. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void orthogonalOnesHaveOrthogonalVectorsAlongTheirShorterSide(int l) {
    Mat w = new DenseNet(SPEC, kernels, new Chance(1)).weight(l);
    int side = Math.min(w.rows(), w.cols());
    Mat square = kernels.mat(side, side);
    if (w.rows() < w.cols()) {
      kernels.timesTransposed(square, w, w);
    } else {
      kernels.addOuter(square, 1, w, w);
    }
    double[] row = new double[side];
    for (int i = 0; i < side; i++) {
      kernels.get(square, i, row);
      for (int j = 0; j < side; j++) {
        assertEquals(i == j ? GAIN * GAIN : 0, row[j], 1e-14);
      }
    }
  }

  @Test
  void aSilentLastLayerStaysSilent() {
    DenseNet net = new DenseNet(SPEC.withOutputGain(0), kernels, new Chance(1));
    assertEquals(0, kernels.dot(net.weight(3), net.weight(3)));
  }

  @Test
  void orthogonalAndSparseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SPEC.withSparsity(.5));
  }
}
