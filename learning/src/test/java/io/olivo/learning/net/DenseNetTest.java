package io.olivo.learning.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseNetTest {
  private final Kernels kernels = new DoubleRows();

  private static double[][] array(Kernels kernels, Mat mat) {
    double[][] rows = new double[mat.rows()][mat.cols()];
    for (int i = 0; i < rows.length; i++) {
      kernels.get(mat, i, rows[i]);
    }
    return rows;
  }

  private DenseNet net(NetSpec spec) {
    return new DenseNet(spec, kernels, new Chance(1));
  }

  @Test
  void firstWeightsKeepTheVarianceOfADrive() {
    NetSpec spec = NetSpec.of(List.of(300, 200, 10), Activation.TANH, Loss.SQUARED);
    for (NetSpec one : List.of(spec, spec.withSparsity(.9))) {
      double sum = 0;
      Mat w = net(one).weight(1);
      sum = kernels.dot(w, w);
      assertEquals(200, sum, 10, "each unit's weights have squares that sum to 1");
    }
  }

  @Test
  void sparseUnitsBeginWithoutTheirShareOfInputs() {
    NetSpec spec = NetSpec.of(List.of(50, 20, 3), Activation.RELU, Loss.SQUARED).withSparsity(.9);
    DenseNet net = net(spec);
    double[][] w = array(kernels, net.weight(1));
    for (int unit = 0; unit < 20; unit++) {
      int zeros = 0;
      for (double[] row : w) {
        zeros += row[unit] == 0 ? 1 : 0;
      }
      assertEquals(45, zeros);
    }
    assertTrue(array(kernels, net.weight(2))[0][0] != 0, "the last layer is not thinned");
  }

  @Test
  void aNetWithoutOutputGainBeginsSilent() {
    NetSpec spec = NetSpec.of(List.of(4, 6, 2), Activation.TANH, Loss.SQUARED).withOutputGain(0);
    Pass pass = net(spec).pass(1);
    kernels.fill(pass.input(), .7);
    pass.forward();
    assertArrayEquals(new double[2], array(kernels, pass.output())[0]);
  }

  @Test
  void normalisedDrivesHaveMeanZeroAndDeviationOne() {
    NetSpec spec = NetSpec.of(List.of(4, 30, 2), Activation.LINEAR, Loss.SQUARED).withLayerNorm();
    Pass pass = net(spec).pass(1);
    kernels.put(pass.input(), 0, new double[] {5, -3, 2, 7});
    pass.forward();
    double[] h = array(kernels, pass.activity(1))[0];
    double mean = 0;
    double square = 0;
    for (double value : h) {
      mean += value / h.length;
      square += value * value / h.length;
    }
    assertEquals(0, mean, 1e-12);
    assertEquals(1, square, 1e-4);
  }

  @Test
  void crossEntropyOfEqualDrivesIsTheLogarithmOfTheirNumber() {
    NetSpec spec = NetSpec.of(List.of(2, 5), Activation.TANH, Loss.CROSS_ENTROPY).withOutputGain(0);
    DenseNet net = net(spec);
    Mat output = kernels.mat(1, 5);
    Mat target = kernels.mat(1, 5);
    kernels.put(target, 0, new double[] {0, 1, 0, 0, 0});
    Vec loss = kernels.vec(1);
    net.loss(output, target, kernels.mat(1, 5), loss);
    assertEquals(StrictMath.log(5), array(kernels, loss)[0][0], 1e-14);
    Mat error = kernels.mat(1, 5);
    net.error(output, target, error);
    assertArrayEquals(new double[] {.2, -.8, .2, .2, .2}, array(kernels, error)[0], 1e-15);
  }

  @Test
  void weightsGoOnWhereTheyWereSaved() {
    NetSpec spec = NetSpec.of(List.of(4, 6, 2), Activation.TANH, Loss.SQUARED);
    for (Kernels each : List.of(new DoubleRows(), new FloatRows())) {
      DenseNet one = new DenseNet(spec, each, new Chance(1));
      DenseNet other = new DenseNet(spec, each, new Chance(2));
      StateWriter out = new StateWriter("net");
      one.save(out);
      other.load(new StateReader(out.bytes()));
      StateWriter again = new StateWriter("net");
      other.save(again);
      assertEquals(out.digest(), again.digest());
    }
  }

  @Test
  void shapesThatMakeNoSenseAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> NetSpec.of(List.of(3), Activation.TANH, Loss.SQUARED));
    assertThrows(
        IllegalArgumentException.class,
        () -> NetSpec.of(List.of(3, 0, 2), Activation.TANH, Loss.SQUARED));
    assertThrows(
        IllegalArgumentException.class,
        () -> NetSpec.of(List.of(3, 2), Activation.TANH, Loss.SQUARED).withSparsity(1));
  }
}
