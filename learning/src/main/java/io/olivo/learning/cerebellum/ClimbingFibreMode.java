package io.olivo.learning.cerebellum;

/** How much of the error reaches the plasticity, and when. */
public enum ClimbingFibreMode {
  /** All of it, on every tick. */
  CONTINUOUS,
  /** All of it, at random events. */
  GRADED,
  /** Its sign, at random events. */
  ALL_OR_NONE
}
