package io.olivo.controller.loop;

/**
 * Something of a loop's parts that somebody outside wants changed: a gain, a reference, who acts.
 * Made between two ticks, on the loop's thread, so that a tick sees either all of it or nothing.
 */
public interface Adjustment {
  /** What it is, in words from which a replay can make it again. */
  String text();

  /** Whether it is still to be made; asked once, right before, on the loop's thread. */
  default boolean stillWanted() {
    return true;
  }

  /** Makes it; short, and never throws. */
  void make();
}
