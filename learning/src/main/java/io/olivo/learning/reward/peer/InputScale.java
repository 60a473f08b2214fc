package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;
import io.olivo.learning.reward.RunningNorm;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Inputs by their running mean and standard deviation, see {@link RunningNorm}. Held, they follow
 * those of the moment when it was last held, while the running ones go on.
 */
@HotPath
final class InputScale {
  private final RunningNorm running;
  private final RunningNorm followed;
  private boolean held;

  InputScale(int inputs) {
    running = new RunningNorm(inputs);
    followed = new RunningNorm(inputs);
  }

  /** Takes one more observation in. */
  void observe(double[] observation) {
    running.observe(observation);
  }

  /** Follows what was observed until now, and nothing later until it is held again. */
  void hold() {
    held = true;
    followed.copyFrom(running);
  }

  /** Fills x, changing nothing. */
  void scale(double[] observation, double[] x) {
    (held ? followed : running).scale(observation, x);
  }

  void save(StateWriter out) {
    running.save(out, "scale.running");
    followed.save(out, "scale.followed");
    out.put("scale.held", held ? 1L : 0L);
  }

  void load(StateReader in) {
    running.load(in, "scale.running");
    followed.load(in, "scale.followed");
    held = in.getLong("scale.held") == 1;
  }
}
