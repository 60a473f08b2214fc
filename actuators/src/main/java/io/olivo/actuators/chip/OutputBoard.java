package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusDevice;
import io.olivo.sensors.bus.BusException;

/**
 * Where the outputs of a few motors are: set one by one, sent together. Used by the thread of its
 * bus alone.
 */
public interface OutputBoard extends BusDevice {
  /**
   * Sends what was set since the last time, and looks whether the board still is as it should be.
   *
   * @throws BusException when it does not answer, or lost its settings
   */
  void send() throws BusException;

  /**
   * All outputs low, whatever was set.
   *
   * @throws BusException when it does not answer
   */
  void off() throws BusException;
}
