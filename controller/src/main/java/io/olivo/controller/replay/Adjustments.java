package io.olivo.controller.replay;

import io.olivo.controller.loop.Adjustment;

/** Makes adjustments again from their texts. */
@FunctionalInterface
public interface Adjustments {
  /**
   * The adjustment that had this text.
   *
   * @throws IllegalArgumentException when it can't be made again, with the reason
   */
  Adjustment read(String text);

  /** Knows none. */
  static Adjustments none() {
    return text -> {
      throw new IllegalArgumentException(
          "an adjustment of the loop can't be made again by this software: " + text);
    };
  }
}
