package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Measured values as inputs, and a learner's life without a loop. */
record Plain(int size) implements FeatureMap {
  @Override
  public Kind kind(int input) {
    return Kind.OTHER;
  }

  @Override
  public void fill(double[] state, double[] desired, double[] inputs) {
    System.arraycopy(state, 0, inputs, 0, inputs.length);
  }

  static double[] act(Learner learner, double... state) {
    double[] learned = new double[learner.outputs()];
    learner.act(state, new double[0], learned);
    return learned;
  }

  /** Tells an error; all that was proposed was applied. */
  static void teach(Learner learner, double[] applied, double... error) {
    Teaching teaching = new Teaching(error.length);
    teaching.tellError(error, new double[error.length], 0);
    learner.learn(teaching, applied);
  }

  static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("l");
    learner.save(out);
    return out;
  }

  static String digest(Learner learner) {
    return saved(learner).digest();
  }

  static void copy(Learner from, Learner to) {
    to.load(new StateReader(saved(from).bytes()));
  }
}
