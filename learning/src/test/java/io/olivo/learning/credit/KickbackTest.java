package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KickbackTest {
  private static final Kernels SOUND = new DoubleRows();
  private static final int WIDTH = TinyTask.WIDTH;

  private static TinyTask task(Kernels kernels, int outputs) {
    List<Integer> widths = List.of(WIDTH, WIDTH, WIDTH, outputs);
    return TinyTask.of(
        kernels, NetSpec.of(widths, Activation.RELU, Loss.SQUARED), TinyTask.SAMPLES);
  }

  private static LayeredRule taught(TinyTask task, LayeredRule rule) {
    task.observe(rule);
    rule.teach(task.lesson());
    return rule;
  }

  private static Kickback kickback(TinyTask task) {
    return new Kickback(task.net(), TinyTask.SAMPLES, new Chance(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, WIDTH})
  void aUnitsTeachingIsTheErrorItHearsTimesItsInfluence(int outputs) {
    checkInfluence(SOUND, outputs);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsSeenByHand(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkInfluence(faulty, WIDTH));
  }

  /** By plain loops, the activities from kernels without mistakes. */
  private static void checkInfluence(Kernels kernels, int outputs) {
    TinyTask task = task(kernels, outputs);
    LayeredRule rule = taught(task, kickback(task));
    TinyTask sound = task(SOUND, outputs);
    LayeredRule hand = taught(sound, new LastLayerOnly(sound.net(), 32, new Chance(3)));
    double[][] error = Gradients.array(SOUND, hand.delta(3));
    double[][] h1 = Gradients.array(SOUND, hand.activity(1));
    double[][] h2 = Gradients.array(SOUND, hand.activity(2));
    double[][] w2 = Gradients.array(SOUND, sound.net().weight(2));
    double[][] w3 = Gradients.array(SOUND, sound.net().weight(3));
    double[][] told1 = Gradients.array(SOUND, rule.delta(1));
    double[][] told2 = Gradients.array(SOUND, rule.delta(2));
    for (int n = 0; n < error.length; n++) {
      for (int j = 0; j < WIDTH; j++) {
        double top = 0;
        for (int k = 0; k < outputs; k++) {
          top += w3[j][k] * error[n][k];
        }
        assertEquals(h2[n][j] > 0 ? top : 0, told2[n][j], 1e-12);
        double below = 0;
        for (int k = 0; k < WIDTH; k++) {
          below += h2[n][k] > 0 ? w2[j][k] * error[n][k % outputs] : 0;
        }
        below *= Math.sqrt((double) outputs / WIDTH);
        assertEquals(h1[n][j] > 0 ? below : 0, told1[n][j], 1e-12);
      }
    }
  }

  @Test
  void signsAreThoseOfBackpropWhereTheNetIsCoherent() {
    TinyTask task = coherent(1);
    int[] agreement = agreement(task);
    assertEquals(0, agreement[1]);
    assertTrue(agreement[0] > 50, agreement[0] + " agree");
  }

  @Test
  void signsAreThoseAgainstBackpropWhereEveryInfluenceOnTheOutputIsNegative() {
    TinyTask task = coherent(-1);
    int[] agreement = agreement(task);
    assertEquals(0, agreement[0]);
    assertTrue(agreement[1] > 50, agreement[1] + " disagree");
  }

  @Test
  void aNetThatIsNeitherGetsSomeSignsWrong() {
    int[] agreement = agreement(task(SOUND, 1));
    assertTrue(agreement[0] > 0 && agreement[1] > 0);
  }

  /** One output; all weights above the first hidden layer positive, those to the output signed. */
  private static TinyTask coherent(int sign) {
    TinyTask task = task(SOUND, 1);
    for (int l = 2; l <= 3; l++) {
      SOUND.magnitude(task.net().weight(l), task.net().weight(l));
    }
    SOUND.scale(task.net().weight(3), sign);
    return task;
  }

  /** How many units of the first hidden layer are told the sign of backprop, how many the other. */
  private static int[] agreement(TinyTask task) {
    LayeredRule backprop =
        new ErrorFeedback(
            task.net(), TinyTask.SAMPLES, new Chance(3), (net, chance) -> new Transpose(net));
    double[][] right = Gradients.array(SOUND, taught(task, backprop).delta(1));
    double[][] told = Gradients.array(SOUND, taught(task, kickback(task)).delta(1));
    int[] count = new int[2];
    for (int n = 0; n < told.length; n++) {
      for (int j = 0; j < WIDTH; j++) {
        double product = right[n][j] * told[n][j];
        count[0] += product > 0 ? 1 : 0;
        count[1] += product < 0 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void unitsThatAreNotRectifiedAreRefused() {
    NetSpec spec = NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.SQUARED);
    DenseNet net = new DenseNet(spec, SOUND, new Chance(1));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Kickback(net, 1, new Chance(3)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("Activation.RELU"));
  }
}
