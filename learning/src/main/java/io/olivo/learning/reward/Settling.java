package io.olivo.learning.reward;

import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Learning is quicker for a while when the body is another one from now on.
 *
 * <pre>
 * h    = exp(-t / 600)             t steps since it moved; 0 when it never did
 * rate = (1 + h) rate              of the actor
 * age  = min(steps, t + 700)       what is deployed is a mean over it, see {@link GranuleReadout}
 * </pre>
 *
 * <p>What was learned before counts as 700 steps of the mean. Units: 1.
 */
@HotPath
final class Settling {
  private static final double LASTS = 600; // steps
  private static final double HASTE = 1;
  private static final long HEAD_START = 700; // steps
  private static final double FADE = Elementary.exp(-1 / LASTS);

  private double haste; // h
  private long since = Long.MAX_VALUE / 2; // t

  /** It is another body from now on. */
  void begin() {
    haste = 1;
    since = 0;
  }

  /** One step is over. */
  void step() {
    haste *= FADE;
    since++;
  }

  /** Times the usual rate. */
  double rate() {
    return 1 + HASTE * haste;
  }

  /** Steps that the mean which is deployed goes back. */
  long age(long steps) {
    return Math.min(steps, since + HEAD_START);
  }

  void save(StateWriter out) {
    out.put("settling.haste", haste);
    out.put("settling.since", since);
  }

  /** An older version's learner never moved. */
  void load(StateReader in) {
    boolean told = in.has("settling.since");
    haste = told ? in.getDouble("settling.haste") : 0;
    since = told ? in.getLong("settling.since") : Long.MAX_VALUE / 2;
  }
}
