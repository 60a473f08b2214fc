package io.olivo.sensors.bus;

/** An output that is high for part of every period. Used by one thread. */
public interface PwmNanos extends Bus {
  /**
   * Sets the pulse; the outputs of one chip may have to share a period, which is then the last one
   * that was set.
   *
   * @param periodNanos from one pulse to the next [ns]
   * @param highNanos length of a pulse, 0 (always low) to the period (always high) [ns]
   * @throws BusException when it can't be set
   */
  void set(long periodNanos, long highNanos) throws BusException;

  /** What becomes of a pulse: the nearest length that it can make [ns]. */
  default long rounded(long periodNanos, long highNanos) {
    return highNanos;
  }
}
