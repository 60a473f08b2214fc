package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;

/** What one command moves by a few outputs: a servo, or a motor behind a bridge. */
public interface Motor {
  /** What it is told. */
  Measure input();

  /**
   * Sets its outputs.
   *
   * @param value in its unit; saturates; lets go when not a number
   * @throws BusException when an output can't be set; the next call begins from whatever state
   */
  void write(double value) throws BusException;

  /**
   * Lets go, from whatever state.
   *
   * @throws BusException when an output can't be set
   */
  void release() throws BusException;

  /** What becomes of a value: saturated, in steps. From any thread. */
  double rounded(double value);
}
