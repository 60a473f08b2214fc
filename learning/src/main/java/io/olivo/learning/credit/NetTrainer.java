package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * A net, its rule and its step: predicts, and learns. Nonsense in input, output or target is
 * refused and counted before it reaches the rule.
 */
@HotPath
public final class NetTrainer implements Stateful {
  private final DenseNet net;
  private final CreditRule rule;
  private final GradientStep step;
  private final TargetLesson lesson;
  private long refused;

  /**
   * Binds them.
   *
   * @param samples number of samples of a step
   * @param chance the rule's randomness
   */
  public NetTrainer(
      DenseNet net, CreditRule.Maker maker, StepSizes sizes, int samples, Chance chance) {
    this.net = net;
    rule = maker.attach(net, samples, chance);
    step = new GradientStep(net, sizes);
    lesson = new TargetLesson(net, samples);
  }

  /** Where the caller puts the next inputs [sample][input]. */
  public Mat input() {
    return rule.pass().input();
  }

  /** Where the caller puts the wanted outputs [sample][output]. */
  public Mat target() {
    return lesson.target();
  }

  /**
   * Runs the net on the inputs.
   *
   * @return the outputs, overwritten by the next call
   */
  public Mat predict() {
    return rule.observe();
  }

  /**
   * Learns from the prediction just made and the targets.
   *
   * @return whether anything was learned; false when something was not a number
   */
  public boolean learn() {
    if (!isSound()) {
      refused++;
      return false;
    }
    propose(step);
    rule.maintain();
    return true;
  }

  private boolean isSound() {
    return net.kernels().areFinite(input())
        && net.kernels().areFinite(target())
        && net.kernels().areFinite(rule.pass().output());
  }

  /** Tells what the rule wants after the prediction just made, and changes no weight. */
  public void propose(UpdateSink sink) {
    rule.teach(lesson);
    rule.emit(sink);
  }

  /** The outputs predicted last. */
  public Mat output() {
    return rule.pass().output();
  }

  /** The arithmetic. */
  public Kernels kernels() {
    return net.kernels();
  }

  /** The rule. */
  public CreditRule rule() {
    return rule;
  }

  /** The step, for schedules and protection. */
  public GradientStep step() {
    return step;
  }

  /** How often something was not a number. */
  public long refused() {
    return refused + step.refused();
  }

  @Override
  public void save(StateWriter out) {
    net.save(out);
    rule.save(out);
    step.save(out);
    out.put("trainer.refused", refused);
  }

  @Override
  public void load(StateReader in) {
    net.load(in);
    rule.load(in);
    step.load(in);
    refused = in.getLong("trainer.refused");
  }
}
