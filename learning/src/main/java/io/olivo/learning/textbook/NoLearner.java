package io.olivo.learning.textbook;

import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/** Adds nothing: the feedback alone, which every learner must beat. */
@HotPath
public final class NoLearner implements Learner {
  private final int outputs;

  /**
   * Nothing for so many outputs.
   *
   * @param outputs number of outputs
   */
  public NoLearner(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    Arrays.fill(learned, 0);
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {}

  @Override
  public void freeze(boolean frozen) {}

  @Override
  public void interrupt() {}

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}
