package io.olivo.learning.reward.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.KolenPollack;
import io.olivo.learning.credit.Transpose;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.reward.ActionSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedNetTest {
  private static final NetSpec SPEC =
      NetSpec.of(List.of(3, 6, 5, 2), Activation.RELU, Loss.SQUARED).withLayerNorm();
  private static final double[] X = {.5, -1, 2};
  private static final double[] DIRECTION = {1, -.5};
  private static final double FADING = .8;

  private final Kernels kernels = new DoubleRows();

  private TracedNet net(double kappa) {
    return new TracedNet(
        SPEC, kernels, (of, c) -> new Transpose(of), new Chance(7), kappa, FADING, 0);
  }

  private static double along(double[] output) {
    return DIRECTION[0] * output[0] + DIRECTION[1] * output[1];
  }

  private double nudged(TracedNet net, int l, int row, int col, double by) {
    double[] weights = new double[net.net().weight(l).cols()];
    kernels.get(net.net().weight(l), row, weights);
    weights[col] += by;
    kernels.put(net.net().weight(l), row, weights);
    net.ask(X);
    double value = along(net.output);
    weights[col] -= by;
    kernels.put(net.net().weight(l), row, weights);
    return value;
  }

  private static double[] row(Kernels kernels, Mat mat, int row) {
    double[] values = new double[mat.cols()];
    kernels.get(mat, row, values);
    return values;
  }

  @Test
  void traceIsTheGradientByFiniteDifferences() {
    TracedNet net = net(2);
    net.forward(X);
    net.trace(DIRECTION);
    double h = 1e-6;
    double largest = 0;
    for (int l = 1; l <= 3; l++) {
      for (int i = 0; i < net.net().weight(l).rows(); i++) {
        double[] trace = row(kernels, net.weightTrace(l), i);
        for (int j = 0; j < trace.length; j++) {
          double slope = (nudged(net, l, i, j, h) - nudged(net, l, i, j, -h)) / (2 * h);
          assertEquals(slope, trace[j], 1e-7, "layer " + l);
          largest = Math.max(largest, Math.abs(slope));
        }
      }
    }
    assertTrue(largest > .1);
  }

  @Test
  void tracesFadeAndAdd() {
    TracedNet net = net(2);
    net.forward(X);
    net.trace(DIRECTION);
    double once = row(kernels, net.weightTrace(3), 2)[0];
    net.forward(X);
    net.trace(DIRECTION);
    assertEquals((1 + FADING) * once, row(kernels, net.weightTrace(3), 2)[0], 1e-12);
    net.forget();
    assertEquals(0, net.size());
  }

  @Test
  void sizeIsTheSumOfAllMagnitudes() {
    TracedNet net = net(2);
    net.forward(X);
    net.trace(DIRECTION);
    double sum = 1.5; // biases of the last layer have the direction itself
    for (int l = 1; l <= 3; l++) {
      for (int i = 0; i < net.net().weight(l).rows(); i++) {
        for (double z : row(kernels, net.weightTrace(l), i)) {
          sum += Math.abs(z);
        }
      }
    }
    double hidden = net.size() - sum; // biases of the hidden layers
    assertTrue(hidden > .01 && hidden < net.size() / 2, "of " + net.size() + ": " + hidden);
  }

  @Test
  void largeTracesAreSteppedByOneOverTheirSizeAndSmallOnesByOne() {
    TracedNet large = net(2);
    large.forward(X);
    large.trace(DIRECTION);
    double before = row(kernels, large.net().weight(3), 1)[0];
    double trace = row(kernels, large.weightTrace(3), 1)[0];
    double size = large.size();
    assertTrue(2 * 4 * size > 1);
    assertTrue(large.step(4));
    double after = row(kernels, large.net().weight(3), 1)[0];
    assertEquals(4 * trace / (2 * 4 * size), after - before, 1e-12);

    TracedNet small = net(1e-6);
    small.forward(X);
    small.trace(DIRECTION);
    small.step(-.5);
    assertEquals(-.5 * trace, row(kernels, small.net().weight(3), 1)[0] - before, 1e-12);
  }

  @Test
  void whatIsNoNumberStepsNothing() {
    TracedNet net = net(2);
    net.forward(X);
    net.trace(new double[] {Double.NaN, 1});
    double[] before = row(kernels, net.net().weight(1), 0);
    assertFalse(net.step(1));
    assertEquals(before[0], row(kernels, net.net().weight(1), 0)[0]);
  }

  /** The difference between W and B dies out by (1 - decay) a step, whatever is learned. */
  @Test
  void kolenPollackBringsBothWaysTogether() {
    TracedNet net = new TracedNet(SPEC, kernels, KolenPollack::new, new Chance(7), 2, FADING, .01);
    Chance chance = new Chance(3);
    for (int t = 0; t < 3000; t++) {
      net.forward(new double[] {chance.normal(), chance.normal(), chance.normal()});
      net.trace(DIRECTION);
      net.step(chance.normal());
    }
    net.forget();
    net.forward(X);
    net.trace(DIRECTION);
    double h = 1e-6;
    double slope = (nudged(net, 1, 0, 1, h) - nudged(net, 1, 0, 1, -h)) / (2 * h);
    assertEquals(slope, row(kernels, net.weightTrace(1), 0)[1], 1e-7, "feedback is transposed");
  }

  private static double logProbability(double[] y, double a) {
    double s = StrictMath.log(1 + StrictMath.exp(y[1])) + 1e-3;
    return -(a - y[0]) * (a - y[0]) / (2 * s * s) - StrictMath.log(s);
  }

  @Test
  void directionOfANormalIsThatOfItsLogarithmAndEntropy() {
    StochasticHead head = new StochasticHead(new ActionSpace.Bounded(2));
    double[] y = {.3, -.4};
    double[] action = new double[1];
    head.draw(y, new Chance(4), action);
    double[] direction = new double[2];
    double bonus = .7;
    head.direction(y, action, bonus, direction);
    double h = 1e-6;
    for (int i = 0; i < 2; i++) {
      double[] up = y.clone();
      double[] down = y.clone();
      up[i] += h;
      down[i] -= h;
      assertEquals(
          (value(up, head.drawn[0], bonus) - value(down, head.drawn[0], bonus)) / (2 * h),
          direction[i],
          1e-8);
    }
  }

  private static double value(double[] y, double a, double bonus) {
    double s = StrictMath.log(1 + StrictMath.exp(y[1])) + 1e-3;
    return logProbability(y, a) + bonus * StrictMath.log(s);
  }

  @Test
  void directionOfAChoiceIsThatOfItsLogarithmAndEntropy() {
    StochasticHead head = new StochasticHead(new ActionSpace.Choice(3));
    double[] y = {.3, -.4, 1};
    double[] direction = new double[3];
    head.direction(y, new double[] {1}, .7, direction);
    double h = 1e-6;
    for (int i = 0; i < 3; i++) {
      double[] up = y.clone();
      double[] down = y.clone();
      up[i] += h;
      down[i] -= h;
      assertEquals((ofChoice(up) - ofChoice(down)) / (2 * h), direction[i], 1e-8);
    }
  }

  private static double ofChoice(double[] y) {
    double[] p = new double[3];
    Decision.softmax(y, p);
    double entropy = 0;
    for (double one : p) {
      entropy -= one * StrictMath.log(one);
    }
    return StrictMath.log(p[1]) + .7 * entropy;
  }
}
