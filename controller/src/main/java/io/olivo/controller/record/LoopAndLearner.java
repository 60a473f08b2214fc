package io.olivo.controller.record;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/** A loop with what is learned in it: all that it takes to go on with its rows. */
record LoopAndLearner(Stateful learner, Stateful loop) implements Stateful {
  @Override
  public void save(StateWriter out) {
    learner.save(out);
    loop.save(out);
  }

  @Override
  public void load(StateReader in) {
    learner.load(in);
    loop.load(in);
  }
}
