package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * The way back from layer l to the units below it: y = d B_l', with B_l of the shape of W_l. What B
 * is, and whether it learns, makes backprop, feedback alignment and their relatives.
 */
public interface FeedbackPath {
  /** Makes the path of a net; takes every buffer now and none later. */
  @FunctionalInterface
  interface Maker {
    /** {@return the path, with its first feedback weights} */
    FeedbackPath attach(DenseNet net, Chance chance);
  }

  /** What kind of path it is, with the rule that it makes of {@link ErrorFeedback}. */
  Traits traits();

  /**
   * Carries teaching down.
   *
   * @param l layer, 2 .. L
   * @param d teaching at the drive of layer l [sample][width l]
   * @param y filled with teaching at the activity below [sample][width l-1]
   */
  void back(int l, Mat d, Mat y);

  /** A step is about to be taught. */
  default void begin() {}

  /** The sink has just stepped layer l, 2 .. L. */
  default void follow(int l, UpdateSink sink) {}

  /** Upkeep after every step, or while idle. */
  default void maintain() {}

  /** Multiply-accumulates per sample of a step of so many, beyond the way back itself. */
  default long extraMacs(int samples) {
    return 0;
  }

  /** Writes feedback weights. */
  default void save(StateWriter out) {}

  /** Takes back what {@link #save} wrote. */
  default void load(StateReader in) {}
}
