package io.olivo.deploy.hostile;

import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Turns what a learner knows into nonsense, in mid-run. */
public enum Poison {
  /** Every weight with the other sign. */
  FLIPPED,
  /** Every weight a million. */
  HUGE,
  /** No weight a number. */
  NAN;

  private static final String WEIGHTS = "weights";

  private double change(double weight) {
    return switch (this) {
      case FLIPPED -> -weight;
      case HUGE -> 1e6;
      case NAN -> Double.NaN;
    };
  }

  /** Changes the weights that a cerebellar learner uses. */
  public void into(Learner learner) {
    StateImage image = new StateImage("poisoned");
    image.fill(learner);
    StateReader healthy = image.reader();
    StateWriter out = new StateWriter("poisoned");
    for (String name : healthy.names()) {
      double[] values = healthy.values(name);
      if (name.startsWith(WEIGHTS)) {
        for (int i = 0; i < values.length; i++) {
          values[i] = change(values[i]);
        }
      }
      out.put(name, values);
    }
    learner.load(new StateReader(out.bytes()));
  }
}
