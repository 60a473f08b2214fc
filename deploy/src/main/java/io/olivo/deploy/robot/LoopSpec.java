package io.olivo.deploy.robot;

/**
 * When the loop runs.
 *
 * @param rateHertz ticks per second [Hz]
 * @param staleAfterSeconds a reading older than this counts as lost [s]
 */
public record LoopSpec(double rateHertz, double staleAfterSeconds) {
  /** Length of a tick [s]. */
  public double dtSeconds() {
    return 1 / rateHertz;
  }
}
