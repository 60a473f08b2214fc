package io.olivo.deploy.hostile;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import java.util.Arrays;
import java.util.List;

/**
 * Teaches a small layered net by one rule with inputs and targets that are wrong in every way that
 * numbers can be, sample by sample, and looks at every step whether its weights are still numbers.
 */
public final class HostileLessons {
  private static final List<Integer> WIDTHS = List.of(6, 12, 12, 3);
  private static final double LARGEST_INPUT = 2;
  private static final double RATE = .05; // bold: ten times what a robot would use

  private final DenseNet net;
  private final NetTrainer trainer;
  private final HostileStream inputs;
  private final HostileStream targets;
  private final double[] input;
  private final double[] target;
  private long steps;
  private long notFinite;

  /**
   * @param seed of net, rule and nonsense
   */
  public HostileLessons(CreditRules rule, long seed) {
    Chance chance = new Chance(seed);
    NetSpec spec = NetSpec.of(WIDTHS, rule.hidden(), Loss.SQUARED);
    net = new DenseNet(spec, new FloatRows(), chance);
    StepSizes sizes = StepSizes.plain(RATE).withDecay(1e-3);
    trainer = new NetTrainer(net, rule.maker(), sizes, 1, new Chance(chance.bits()));
    input = new double[WIDTHS.getFirst()];
    target = new double[WIDTHS.getLast()];
    inputs = new HostileStream(filled(input.length), chance);
    targets = new HostileStream(filled(target.length), chance);
  }

  private static double[] filled(int length) {
    double[] all = new double[length];
    Arrays.fill(all, LARGEST_INPUT);
    return all;
  }

  /** One step of nonsense. */
  public void step() {
    inputs.next(input);
    targets.next(target);
    net.kernels().put(trainer.input(), 0, input);
    trainer.predict();
    net.kernels().put(trainer.target(), 0, target);
    trainer.learn();
    steps++;
    notFinite += net.isFinite() ? 0 : 1;
  }

  /** Steps so far. */
  public long steps() {
    return steps;
  }

  /** Steps that were refused because something was not a number. */
  public long refused() {
    return trainer.refused();
  }

  /** Steps after which a weight was not a number; there must be none. */
  public long notFinite() {
    return notFinite;
  }
}
