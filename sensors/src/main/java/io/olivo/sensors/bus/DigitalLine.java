package io.olivo.sensors.bus;

/** A line that is high or low. Its direction is fixed where it is opened. Used by one thread. */
public interface DigitalLine extends Bus {
  /**
   * Whether it is high; of an output, what was written last.
   *
   * @throws BusException when the board does not say
   */
  boolean read() throws BusException;

  /**
   * Makes it high or low.
   *
   * @throws BusException when it is an input, or the board does not do it
   */
  void write(boolean high) throws BusException;
}
