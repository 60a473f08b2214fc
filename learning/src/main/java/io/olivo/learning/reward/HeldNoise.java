package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Noise that holds its direction for some steps at first, and becomes independent from step to
 * step.
 *
 * <pre>
 * n_i = (1 - theta) n_i + sqrt(theta (2 - theta)) N(0, 1)      variance 1
 * mix = exp(-t / annealing)                                    stays 1 without annealing
 * s_i = sqrt(mix) n_i + sqrt(1 - mix) N(0, 1)
 * </pre>
 *
 * <p>Held noise finds what a few steps in one direction are needed for; independent noise is what a
 * balance can be learned under. theta 1 is independent from the start. Shapes: n, s [output].
 * Source: Uhlenbeck and Ornstein (1930), Physical Review 36:823; the annealing is ours.
 */
@HotPath
final class HeldNoise {
  private final double keep; // 1 - theta
  private final double fresh; // sqrt(theta (2 - theta))
  private final double fade; // of the mix, each step
  private final double[] held; // n [output]
  private final Chance chance;
  private double mix = 1;

  /**
   * @param theta how much of it is new each step, in (0, 1]
   * @param annealing steps, 0 for none
   */
  HeldNoise(int outputs, double theta, double annealing, Chance chance) {
    keep = 1 - theta;
    fresh = Math.sqrt(theta * (2 - theta));
    fade = annealing > 0 ? Elementary.exp(-1 / annealing) : 1;
    held = new double[outputs];
    this.chance = chance;
  }

  /** The noise of the next step [output]. */
  void fill(double[] noise) {
    double ofHeld = Math.sqrt(mix);
    double ofIndependent = Math.sqrt(1 - mix);
    for (int i = 0; i < held.length; i++) {
      held[i] = keep * held[i] + fresh * chance.normal();
      noise[i] = held[i];
      if (mix < 1 && keep > 0) {
        noise[i] = ofHeld * held[i] + ofIndependent * chance.normal();
      }
    }
    mix *= fade;
  }

  /** It is held again as at the start. */
  void restart() {
    mix = 1;
  }

  void save(StateWriter out) {
    out.put("noise.held", held);
    out.put("noise.mix", mix);
  }

  void load(StateReader in) {
    in.get("noise.held", held);
    mix = in.getDouble("noise.mix");
  }
}
