package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * The error goes back layer by layer over a {@link FeedbackPath}.
 *
 * <pre>
 * delta_L = dL/do
 * delta_l = f'(a_l) . (delta_(l+1) B_(l+1)')      l = L-1 .. 1
 * dW_l    ~ h_(l-1)' delta_l
 * </pre>
 *
 * <p>Backprop, feedback alignment, sign-symmetry, Kolen-Pollack and weight mirror are this rule
 * with the paths {@link Transpose}, {@link Fixed}, {@link Sign}, {@link KolenPollack}, {@link
 * Mirror}; each path names its paper. Shapes: delta_l [sample][width l].
 */
@HotPath
public class ErrorFeedback extends LayeredRule {
  private final FeedbackPath path;

  /** Binds the rule with this way back. */
  public ErrorFeedback(DenseNet net, int samples, Chance chance, FeedbackPath.Maker maker) {
    super(net, samples, chance);
    path = maker.attach(net, chance);
  }

  /** The rule that a path makes. */
  public static Maker over(FeedbackPath.Maker path) {
    return (net, samples, chance) -> new ErrorFeedback(net, samples, chance, path);
  }

  @Override
  public Traits traits() {
    return path.traits();
  }

  @Override
  public long macs() {
    long upper = net.spec().macs() - (long) net.width(0) * net.width(1);
    return 2 * net.spec().macs() + upper + path.extraMacs(pass().samples());
  }

  @Override
  public void teach(Lesson lesson) {
    path.begin();
    teachOutput(lesson, delta(layers));
    for (int l = layers - 1; l >= 1; l--) {
      path.back(l + 1, delta(l + 1), delta(l));
      pass().backThroughUnits(l, delta(l));
    }
  }

  /** Fills delta_L: dL/do, where a rule's teacher does not tell less. */
  void teachOutput(Lesson lesson, Mat delta) {
    lesson.error(pass().output(), delta);
  }

  @Override
  public void emit(UpdateSink sink) {
    super.emit(sink);
    for (int l = 2; l <= layers; l++) {
      path.follow(l, sink);
    }
  }

  @Override
  public void maintain() {
    path.maintain();
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    path.save(out);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    path.load(in);
  }
}
