package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Vec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrainPropTest {
  private static final NetSpec SPEC = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED);

  @Test
  void summedOverAllChoicesItIsBackprop() {
    checkSum(new DoubleRows(), 0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeTurnsTheSumWrong(Mutation mutation) {
    assertThrows(AssertionError.class, () -> checkSum(mutation.in(new DoubleRows()), 0, 1));
  }

  @Test
  void theRewardOfAnotherChoiceTurnsTheSumWrong() {
    assertThrows(AssertionError.class, () -> checkSum(new DoubleRows(), 1, 1));
  }

  @Test
  void rewardOfTheWrongSignTurnsTheSumWrong() {
    assertThrows(AssertionError.class, () -> checkSum(new DoubleRows(), 0, -1));
  }

  /**
   * @param offBy how many columns beside the choice the reward is looked up
   * @param sign of the reward
   */
  private static void checkSum(Kernels kernels, int offBy, double sign) {
    double[][][] all = new double[4][TinyTask.WIDTH][TinyTask.WIDTH];
    for (int choice = 0; choice < TinyTask.WIDTH; choice++) {
      TinyTask task = TinyTask.of(choosing(kernels, choice), SPEC, TinyTask.SAMPLES);
      CreditRule rule = rule(task, 0, (net, chance) -> new Transpose(net));
      task.observe(rule);
      rule.teach(new Rewarding(task, offBy, sign));
      Gradients one = task.emitted(rule);
      for (int l = 1; l <= 3; l++) {
        add(all[l], one.weights(l));
      }
    }
    Gradients right = TinyTask.of(new DoubleRows(), SPEC, TinyTask.SAMPLES).backprop();
    for (int l = 1; l <= 3; l++) {
      assertTrue(relativeError(right.weights(l), all[l]) < 1e-12, "layer " + l);
    }
  }

  private static CreditRule rule(TinyTask task, double epsilon, FeedbackPath.Maker path) {
    return new BrainProp(task.net(), task.input().rows(), new Chance(3), path, epsilon);
  }

  private static void add(double[][] sum, double[][] one) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] += one[i][j];
      }
    }
  }

  private static double relativeError(double[][] right, double[][] told) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right[i].length; j++) {
        difference += (told[i][j] - right[i][j]) * (told[i][j] - right[i][j]);
        size += right[i][j] * right[i][j];
      }
    }
    return Math.sqrt(difference / size);
  }

  /** Kernels whose choice is always this column. */
  private static Kernels choosing(Kernels kernels, int column) {
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, args) -> {
              try {
                Object result = method.invoke(kernels, args);
                if (method.getName().equals("pickLargest")) {
                  choose(kernels, (Mat) args[0], column);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
              }
            });
  }

  private static void choose(Kernels kernels, Mat mask, int column) {
    double[] row = new double[mask.cols()];
    row[column] = 1;
    for (int n = 0; n < mask.rows(); n++) {
      kernels.put(mask, n, row);
    }
  }

  /** A teacher who may look up the wrong reward. */
  private record Rewarding(TinyTask task, int offBy, double sign) implements Lesson {
    @Override
    public void error(Mat output, Mat error) {
      throw new AssertionError("asked for the error");
    }

    @Override
    public void loss(Mat output, Vec loss) {
      throw new AssertionError("asked for the loss");
    }

    @Override
    public void target(Mat target) {
      throw new AssertionError("asked for the target");
    }

    @Override
    public void reward(Mat chosen, Vec reward) {
      Kernels kernels = new DoubleRows();
      double[][] choice = Gradients.array(kernels, chosen);
      double[][] target = Gradients.array(kernels, task.target());
      double[] all = new double[choice.length];
      for (int n = 0; n < choice.length; n++) {
        for (int j = 0; j < choice[n].length; j++) {
          all[n] += sign * choice[n][j] * target[n][(j + offBy) % choice[n].length];
        }
      }
      kernels.put(reward, 0, all);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5})
  void onlyTheWeightsOfTheChoiceMoveInTheLastLayer(double epsilon) {
    TinyTask task = TinyTask.of(new DoubleRows(), SPEC, 1);
    CreditRule rule = rule(task, epsilon, KolenPollack::new);
    for (int repeat = 0; repeat < 20; repeat++) {
      double[][] last = task.gradients(rule).weights(3);
      int moved = 0;
      for (int j = 0; j < TinyTask.WIDTH; j++) {
        double size = 0;
        for (double[] row : last) {
          size += Math.abs(row[j]);
        }
        moved += size > 0 ? 1 : 0;
      }
      assertEquals(1, moved);
    }
  }

  @Test
  void withoutExplorationTheLargestOutputIsTaught() {
    TinyTask task = TinyTask.of(new DoubleRows(), SPEC, 1);
    double[] h = Gradients.array(task.kernels(), outputs(task))[0];
    int largest = 0;
    for (int j = 1; j < h.length; j++) {
      largest = h[j] > h[largest] ? j : largest;
    }
    double[] taught = task.gradients(rule(task, 0, KolenPollack::new)).biases(3);
    double target = Gradients.array(task.kernels(), task.target())[0][largest];
    assertEquals(h[largest] - target, taught[largest], 1e-15);
  }

  private static Mat outputs(TinyTask task) {
    var pass = task.net().pass(1);
    task.kernels().copy(pass.input(), task.input());
    pass.forward();
    return pass.output();
  }

  @Test
  void itSaysThatItsLossMustBeSquared() {
    for (CreditRules rule : CreditRules.values()) {
      boolean isReward = Pupil.of(rule, 5).trainer().rule().traits().signal() == Signal.REWARD;
      assertEquals(isReward, rule.needsSquaredLoss(), rule.toString());
    }
  }
}
