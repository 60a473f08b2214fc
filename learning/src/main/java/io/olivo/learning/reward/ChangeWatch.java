package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Notices that things are worse than usual: less reward, or larger TD errors, see {@link
 * MeanShift}.
 */
@HotPath
final class ChangeWatch {
  private final MeanShift loss = new MeanShift(); // reward, turned round
  private final MeanShift error = new MeanShift(); // |delta|

  /** Takes one more step; whether there was a change. */
  boolean sees(double reward, double tdError) {
    boolean poorer = loss.sees(-reward);
    boolean stranger = error.sees(Math.abs(tdError));
    return poorer || stranger;
  }

  /** How many changes there were. */
  long alarms() {
    return loss.alarms() + error.alarms();
  }

  void save(StateWriter out) {
    loss.save(out, "watch.loss");
    error.save(out, "watch.error");
  }

  void load(StateReader in) {
    loss.load(in, "watch.loss");
    error.load(in, "watch.error");
  }
}
