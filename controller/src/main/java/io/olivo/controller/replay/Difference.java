package io.olivo.controller.replay;

/**
 * Where a replay first did something else than was recorded.
 *
 * @param beat counts from 0
 * @param seconds robot time
 * @param what such as "command of elbow.torque"
 * @param recorded as text
 * @param replayed as text
 */
public record Difference(long beat, double seconds, String what, String recorded, String replayed) {
  /** For people. */
  public String text() {
    return "beat %d at %.6f s: %s was %s, is %s".formatted(beat, seconds, what, recorded, replayed);
  }
}
