package io.olivo.deploy.device;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PwmNanos;

/** What moves bytes and levels, by the names of the robot file; each is opened once. */
public interface Buses extends AutoCloseable {
  /**
   * An I2C bus.
   *
   * @param name such as "i2c-1"
   * @throws BusException when there is none, or it may not be used
   */
  I2cBus i2c(String name) throws BusException;

  /**
   * A line of the computer that is driven, low at first.
   *
   * @param name such as "gpio-17"
   * @throws BusException when there is none, or it may not be used
   */
  DigitalLine output(String name) throws BusException;

  /**
   * An output of the computer with pulses, none at first.
   *
   * @param name chip and channel, such as "pwm-0.1"
   * @throws BusException when there is none, or it may not be used
   */
  PwmNanos pulses(String name) throws BusException;

  /** Closes whatever was opened. */
  @Override
  void close();
}
