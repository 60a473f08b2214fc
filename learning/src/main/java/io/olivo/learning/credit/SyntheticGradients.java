package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Each hidden layer guesses its gradient from its own activity and from what is wanted of the net,
 * so that it need not wait for the layers above.
 *
 * <pre>
 * g_l     = M_l(h_l, y)                   l = 1 .. L-1, see {@link GradientModule}
 * delta_l = f'(a_l) . g_l,  delta_L = dL/do
 * dW_l    ~ h_(l-1)' delta_l
 * M_l learns t_l = delta_(l+1) W_(l+1)'
 * </pre>
 *
 * <p>What M_l learns is itself made of the guess above, save in the top hidden layer. Shapes: g_l,
 * t_l [sample][width l]. Source: Jaderberg et al. (2017), ICML, arXiv 1608.05343. Departs in how
 * modules learn.
 */
@HotPath
public final class SyntheticGradients extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.TARGET,
          Transport.FULL,
          2,
          false,
          false,
          3,
          "maps whose layers run on different processors, each learning when it has been active",
          "Jaderberg et al. (2017), arXiv 1608.05343");

  private final Mat wanted; // y
  private final GradientModule[] module;

  /** Modules begin with zeros. */
  public SyntheticGradients(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    wanted = activityLike(layers);
    module = new GradientModule[layers - 1];
    for (int l = 1; l < layers; l++) {
      module[l - 1] = new GradientModule(kernels, samples, net.width(l), net.width(layers));
    }
  }

  /** M_l. */
  GradientModule module(int l) {
    return module[l - 1];
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** A guess, the same guess sample by sample, and two outer products a module. */
  @Override
  public long macs() {
    long macs = 2 * net.spec().macs();
    for (int l = 1; l < layers; l++) {
      macs += 3L * net.width(l) * (net.width(l) + net.width(layers));
      macs += (long) net.width(l) * net.width(l + 1);
    }
    return macs;
  }

  @Override
  public void teach(Lesson lesson) {
    lesson.target(wanted);
    for (int l = 1; l < layers; l++) {
      unlock(l);
    }
    lesson.error(pass().output(), delta(layers));
    for (int l = 1; l < layers; l++) {
      catchUp(l);
    }
  }

  /** Teaches layer l with nothing from above it. */
  void unlock(int l) {
    module(l).guess(activity(l), wanted, delta(l));
    pass().backThroughUnits(l, delta(l));
  }

  /** Teaches the module of layer l what has come down meanwhile. */
  void catchUp(int l) {
    kernels.timesTransposed(module(l).wanted(), delta(l + 1), net.weight(l + 1));
    module(l).learn();
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int l = 1; l < layers; l++) {
      module(l).save(out, out.name("module", l));
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int l = 1; l < layers; l++) {
      module(l).load(in, "module" + l);
    }
  }
}
