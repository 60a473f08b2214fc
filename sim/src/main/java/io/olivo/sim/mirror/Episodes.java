package io.olivo.sim.mirror;

import io.olivo.controller.wire.Sense;

/** Marks what a tick means for learning by reward. */
@FunctionalInterface
public interface Episodes {
  /** One episode that never ends, without a reward. */
  Episodes ENDLESS = sense -> {};

  /**
   * Sets episode, reset, ending and reward of a Sense whose sensors were just read; may put the
   * plant somewhere else for the next tick.
   */
  void mark(Sense sense);

  /** The controller wants another episode from the next tick on. */
  default void another() {}
}
