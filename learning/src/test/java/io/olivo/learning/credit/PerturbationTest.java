package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.LayerNodePerturbation.Output;
import io.olivo.learning.credit.LayerNodePerturbation.Plan;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The mean of a perturbation's draws is backprop's gradient, and their variance has a closed form
 * for each rule; a mistake shows in the one or the other.
 */
class PerturbationTest {
  private static final int DRAWS = 2500;
  private static final double SIZE = 1e-4; // so small that only first order is left
  private static final NetSpec SPEC =
      NetSpec.of(TinyTask.WIDTHS, Activation.TANH, Loss.CROSS_ENTROPY);

  /**
   * A rule, and the variance of its gradient for one sample, summed over all parameters. There
   * |G_l|^2 = |delta_l|^2 H_l with H_l = |h_(l-1)|^2 + 1, and N_l units share the noise.
   */
  enum Rule {
    /** sum_l H_l sum_j (|delta|^2 + delta_lj^2), as E xi_i^2 xi_j^2 is 1, and 3 where i = j. */
    NODE((net, samples, chance) -> new NodePerturbation(net, samples, chance, SIZE)) {
      @Override
      double variance(Layers g) {
        return g.sum(l -> g.inputs(l) * (g.units(l) * g.sum(g::deltas) + g.deltas(l)));
      }
    },
    /** sum_l H_l (N_l - 1) |delta_l|^2 / K_l: signs have no variance along themselves. */
    LAYER((net, samples, chance) -> layerRule(net, samples, chance, false)) {
      @Override
      double variance(Layers g) {
        return g.sum(l -> g.all(l) * (g.units(l) - 1) / g.draws(l));
      }
    },
    /** The same without the last layer, which is exact. */
    LAYER_EXACT_OUTPUT((net, samples, chance) -> layerRule(net, samples, chance, true)) {
      @Override
      double variance(Layers g) {
        return LAYER.variance(g) - g.all(3) * (g.units(3) - 1) / g.draws(3);
      }
    },
    /** (P + 1) |G|^2 with P parameters. */
    WEIGHT((net, samples, chance) -> new WeightPerturbation(net, samples, chance, SIZE)) {
      @Override
      double variance(Layers g) {
        return (g.sum(g::parameters) + 1) * g.sum(g::all);
      }
    },
    /** (P - 1) |G|^2. */
    SIMULTANEOUS((net, samples, chance) -> new Spsa(net, samples, chance, SIZE)) {
      @Override
      double variance(Layers g) {
        return (g.sum(g::parameters) - 1) * g.sum(g::all);
      }
    },
    /** sum_l (inputs and bias of a unit - 1) |G_l|^2. */
    SUMMED_WEIGHT(
        (net, samples, chance) -> new SummedWeightNodePerturbation(net, samples, chance, SIZE)) {
      @Override
      double variance(Layers g) {
        return g.sum(l -> g.all(l) * (g.parameters(l) / g.units(l) - 1));
      }
    };

    private final CreditRule.Maker maker;

    Rule(CreditRule.Maker maker) {
      this.maker = maker;
    }

    abstract double variance(Layers gradient);
  }

  private static LayerNodePerturbation layerRule(
      DenseNet net, int samples, Chance chance, boolean exact) {
    Output output = exact ? Output.EXACT : Output.PERTURBED;
    return new LayerNodePerturbation(net, samples, chance, new Plan(output, 1, 1, SIZE));
  }

  /** Squares of the right gradient of one sample, and sizes, by layers. */
  record Layers(TinyTask task, Gradients gradient) {
    double sum(IntToDoubleFunction of) {
      return IntStream.rangeClosed(1, 3).mapToDouble(of).sum();
    }

    double deltas(int l) {
      return Arrays.stream(gradient.biases(l)).map(x -> x * x).sum();
    }

    double all(int l) {
      return deltas(l)
          + Arrays.stream(gradient.weights(l))
              .flatMapToDouble(Arrays::stream)
              .map(x -> x * x)
              .sum();
    }

    double inputs(int l) {
      return all(l) / deltas(l);
    }

    double units(int l) {
      return task.net().width(l);
    }

    double parameters(int l) {
      return (task.net().width(l - 1) + 1) * units(l);
    }

    double draws(int l) {
      return layerRule(task.net(), 1, new Chance(3), false).draws(l);
    }
  }

  private static TinyTask task(Kernels kernels) {
    return TinyTask.of(kernels, SPEC, 1);
  }

  private static double[] right(TinyTask task) {
    return Draws.flat(task.backprop(), task);
  }

  @ParameterizedTest
  @EnumSource
  void theMeanOfManyDrawsIsBackpropAndTheirVarianceIsTheDerivedOne(Rule rule) {
    TinyTask task = task(new DoubleRows());
    CreditRule bound = rule.maker.attach(task.net(), 1, new Chance(3));
    check(rule, task, bound, task.lesson());
  }

  private static void check(Rule rule, TinyTask task, CreditRule bound, Lesson lesson) {
    TinyTask sound = task(new DoubleRows());
    Draws draws = Draws.of(task, bound, lesson, DRAWS);
    draws.checkMean(right(sound));
    double derived = rule.variance(new Layers(sound, sound.backprop()));
    assertEquals(1, draws.variance() / derived, .12);
  }

  /** Samples have noise of their own, or share it: both are to mean the mean gradient. */
  @ParameterizedTest
  @EnumSource
  void theMeanOfManyDrawsIsBackpropForManySamples(Rule rule) {
    TinyTask task = TinyTask.of(new DoubleRows(), SPEC, 5);
    CreditRule bound = rule.maker.attach(task.net(), 5, new Chance(3));
    Draws.of(task, bound, task.lesson(), DRAWS).checkMean(right(task));
  }

  @ParameterizedTest
  @CsvSource({
    "NODE,                TURNED_DIFFERENCE",
    "NODE,                STALE_LOSS",
    "NODE,                LARGER_NOISE",
    "NODE,                OTHER_NOISE",
    "LAYER,               TURNED_DIFFERENCE",
    "LAYER,               STALE_LOSS",
    "LAYER,               LARGER_NOISE",
    "LAYER,               OTHER_NOISE",
    "LAYER_EXACT_OUTPUT,  TURNED_DIFFERENCE",
    "LAYER_EXACT_OUTPUT,  STALE_LOSS",
    "LAYER_EXACT_OUTPUT,  LARGER_NOISE",
    "LAYER_EXACT_OUTPUT,  OTHER_NOISE",
    "WEIGHT,              TURNED_DIFFERENCE",
    "WEIGHT,              STALE_LOSS",
    "WEIGHT,              LARGER_NOISE",
    "WEIGHT,              OTHER_NOISE",
    "SIMULTANEOUS,        TURNED_DIFFERENCE", // it asks for no loss without noise
    "SIMULTANEOUS,        LARGER_NOISE",
    "SIMULTANEOUS,        OTHER_NOISE",
    "SUMMED_WEIGHT,       TURNED_DIFFERENCE",
    "SUMMED_WEIGHT,       STALE_LOSS",
    "SUMMED_WEIGHT,       LARGER_NOISE",
    "SUMMED_WEIGHT,       OTHER_NOISE",
  })
  void aSlipTurnsTheMeanOrTheVarianceWrong(Rule rule, Slip slip) {
    TinyTask task = task(slip.in(new DoubleRows()));
    CreditRule bound = rule.maker.attach(task.net(), 1, new Chance(3));
    Lesson lesson = slip.in(task.lesson(), bound);
    assertThrows(AssertionError.class, () -> check(rule, task, bound, lesson));
  }

  /** Of the mistakes of backprop only this concerns rules without a way back. */
  @ParameterizedTest
  @EnumSource
  void staleActivityIsSeen(Rule rule) {
    TinyTask task = task(Mutation.STALE_ACTIVITY.in(new DoubleRows()));
    CreditRule bound = rule.maker.attach(task.net(), 1, new Chance(3));
    assertThrows(AssertionError.class, () -> check(rule, task, bound, task.lesson()));
  }

  @ParameterizedTest
  @EnumSource
  void sixteenTimesTheDrawsQuarterTheAngle(Rule rule) {
    TinyTask task = task(new DoubleRows());
    double[] right = right(task);
    CreditRule bound = rule.maker.attach(task.net(), 1, new Chance(3));
    double few = Draws.of(task, bound, task.lesson(), 400).tan(right);
    double many = Draws.of(task, bound, task.lesson(), 6400).tan(right);
    assertEquals(.25, many / few, .08);
  }

  /**
   * 270 to 27 here; layers whose inputs are larger or smaller than others' make it a little less.
   */
  @Test
  void weightPerturbationIsNoisierThanNodePerturbationByWeightsToNodes() {
    TinyTask task = task(new DoubleRows());
    double ratio = variance(task, Rule.WEIGHT) / variance(task, Rule.NODE);
    Layers right = new Layers(task, task.backprop());
    double derived = Rule.WEIGHT.variance(right) / Rule.NODE.variance(right);
    assertEquals(1, ratio / derived, .15);
    assertTrue(ratio > 5 && ratio < 20, "ratio " + ratio);
  }

  private static double variance(TinyTask task, Rule rule) {
    CreditRule bound = rule.maker.attach(task.net(), 1, new Chance(3));
    return Draws.of(task, bound, task.lesson(), DRAWS).variance();
  }

  @ParameterizedTest
  @EnumSource
  void theNetItselfStaysAsItIs(Rule rule) {
    TinyTask task = task(new DoubleRows());
    TinyTask untouched = task(new DoubleRows());
    task.gradients(rule.maker);
    for (int l = 1; l <= 3; l++) {
      double[][] now = Gradients.array(task.kernels(), task.net().weight(l));
      double[][] then = Gradients.array(task.kernels(), untouched.net().weight(l));
      assertTrue(Arrays.deepEquals(then, now));
    }
  }

  @Test
  void upperLayersHaveMoreDrawsForTheSameWork() {
    TinyTask task = task(new DoubleRows());
    LayerNodePerturbation rule = layerRule(task.net(), 1, new Chance(3), false);
    assertEquals(1, rule.draws(1)); // 162 + 9 multiply-accumulates
    assertEquals(1, rule.draws(2)); // 81 + 9
    assertEquals(19, rule.draws(3)); // 9
  }

  @Test
  void theGainIsThatOfPerturbedLayersOnly() {
    TinyTask task = task(new DoubleRows());
    Gradients whole = task.gradients(LayerNodePerturbation.of(new Plan(Output.EXACT, 2, 1, SIZE)));
    Gradients part = task.gradients(LayerNodePerturbation.of(new Plan(Output.EXACT, 2, .25, SIZE)));
    for (int l = 1; l <= 3; l++) {
      double[] then = whole.biases(l);
      double[] now = part.biases(l);
      for (int j = 0; j < then.length; j++) {
        assertEquals((l < 3 ? .25 : 1) * then[j], now[j], 1e-12);
      }
    }
  }

  @Test
  void aPlanWithoutNoiseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Plan(Output.EXACT, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Plan(Output.EXACT, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Plan(Output.EXACT, 1, Double.NaN, 1));
  }
}
