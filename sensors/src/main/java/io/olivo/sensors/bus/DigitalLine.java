package io.olivo.sensors.bus;

/** One line that is high or low; its direction is fixed when it is opened. Used by one thread. */
public interface DigitalLine extends Bus {
  /**
   * Whether it is high.
   *
   * @throws BusException when the line can't be read
   */
  boolean read() throws BusException;

  /**
   * Makes it high or low.
   *
   * @throws BusException when the line can't be driven
   */
  void write(boolean high) throws BusException;
}
