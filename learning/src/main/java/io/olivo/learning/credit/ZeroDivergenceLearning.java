package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;

/**
 * Predictive coding in which every layer learns at one moment, when the wave of errors arrives:
 * Z-IL. It is backprop.
 *
 * <pre>
 * gamma = 1; values begin at their predictions, and move as in {@link Relaxation}
 * dW_l ~ -h_(l-1)' e_l      after step L - l
 * </pre>
 *
 * <p>Before that step e_l = 0. In it x_l moves from a_l by f'(a_l) . (e_(l+1) W_(l+1)'), while
 * x_(l-1), and with it mu_l, still stands: so e_l is just that. Source: Song, Lukasiewicz, Xu and
 * Bogacz (2020), NeurIPS, "Can the brain do backpropagation?". The changes are handed over
 * together, after the last step.
 */
@HotPath
public final class ZeroDivergenceLearning extends LayeredRule {
  private static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.FULL,
          3,
          true,
          false,
          100,
          "as predictive coding, where its results must be those of backprop",
          "Song, Lukasiewicz, Xu and Bogacz (2020), NeurIPS 33");

  private final Relaxation relaxation;

  /** Binds it. */
  public ZeroDivergenceLearning(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    relaxation = new Relaxation(net, samples, 1);
  }

  /** Values and errors as they are now. */
  Relaxation relaxation() {
    return relaxation;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    return 2 * net.spec().macs() + (layers - 1) * relaxation.macs();
  }

  @Override
  public Mat observe() {
    return relaxation.observe(pass());
  }

  @Override
  public void teach(Lesson lesson) {
    relaxation.begin(pass(), lesson);
    kernels.copy(delta(layers), relaxation.delta(layers));
    for (int l = layers - 1; l >= 1; l--) {
      step(lesson);
      kernels.copy(delta(l), relaxation.delta(l));
    }
  }

  /** All layers at once: the lower ones move first, on what the upper ones were. */
  private void step(Lesson lesson) {
    for (int l = 1; l < layers; l++) {
      relaxation.send(l);
      relaxation.move(l, 1);
    }
    for (int l = 2; l <= layers; l++) {
      relaxation.lookUp(l, lesson);
    }
  }
}
