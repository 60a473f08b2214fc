package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import java.util.OptionalInt;

/**
 * A mass that should stand still while a force of known phase and unknown size pushes it: M ddq + b
 * dq = u - size sin(phase), held by PD feedback, helped by a learner that is told the phase.
 */
final class Disturbed {
  static final double DT = .002;
  static final int GRANULES = 40;
  static final int PRODUCTS = 6; // 1, x1, x2, x1 x1, x1 x2, x2 x2
  private static final double INERTIA = .5;
  private static final double DAMPING = .2;
  private static final double HERTZ = .5;

  static final FeatureMap PHASE =
      new FeatureMap() {
        @Override
        public int size() {
          return 2;
        }

        @Override
        public Kind kind(int input) {
          return Kind.OTHER;
        }

        @Override
        public void fill(double[] state, double[] desired, double[] inputs) {
          System.arraycopy(state, 0, inputs, 0, 2);
        }
      };

  final double[] state = new double[2];
  final double[] learned = new double[1];
  final Teaching teaching = new Teaching(1);
  private final Chance noise = new Chance(5);
  private double q;
  private double dq;
  private double size = 2; // N m
  private long tick;

  /** One that has to measure its plant. */
  static CerebellarLearner measuring(long seed) {
    return learner(seed, OptionalInt.empty());
  }

  /** One that was told lag and inertia. */
  static CerebellarLearner informed(long seed) {
    return learner(seed, OptionalInt.of(1), INERTIA);
  }

  private static CerebellarLearner learner(long seed, OptionalInt lag, double... inertia) {
    return new CerebellarLearner(
        PHASE,
        new CerebellarConfig(
            DT, new double[] {10}, GRANULES, lag, inertia, seed, CerebellarConstants.STANDARD));
  }

  void push(double newSize) {
    size = newSize;
  }

  /** Root mean square of the position over so much time [rad]. */
  double run(Learner learner, double seconds) {
    double square = 0;
    long ticks = Math.round(seconds / DT);
    for (long t = 0; t < ticks; t++) {
      step(learner);
      square += q * q;
    }
    return Math.sqrt(square / ticks);
  }

  private void step(Learner learner) {
    double phase = 2 * StrictMath.PI * HERTZ * tick * DT;
    state[0] = StrictMath.sin(phase);
    state[1] = StrictMath.cos(phase);
    double rate = -dq + 1e-4 * noise.normal();
    double feedback = -60 * q + 4 * rate;
    learner.act(state, new double[0], learned);
    learned[0] = Math.clamp(learned[0], -10, 10);
    teaching.clear();
    teaching.tellError(new double[] {feedback}, new double[] {rate}, 0);
    learner.learn(teaching, learned);
    double push = learner.identifying() ? 0 : size * state[0];
    dq += DT * (feedback + learned[0] - push - DAMPING * dq) / INERTIA;
    q += DT * dq;
    tick++;
  }
}
