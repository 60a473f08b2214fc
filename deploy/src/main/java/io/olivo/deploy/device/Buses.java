package io.olivo.deploy.device;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.SerialLine;
import io.olivo.sensors.bus.SpiBus;
import java.util.function.BooleanSupplier;

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
   * A chip on SPI.
   *
   * @param name bus and chip select, such as "spi-0.1"
   * @param mode 0 to 3: clock polarity (2) and phase (1)
   * @param hertz of its clock
   * @throws BusException when there is none, or it may not be used
   */
  SpiBus spi(String name, int mode, int hertz) throws BusException;

  /**
   * What counts edges beside the processor.
   *
   * @param name such as "counter-0.0", of a counter and its count
   * @throws BusException when there is none, or it may not be used
   */
  Counter counter(String name) throws BusException;

  /**
   * The line of bus servos.
   *
   * @param name such as "/dev/ttyACM0"
   * @param baud bits per second
   * @param torqueOff what is said on it however the program ends
   * @throws BusException when there is none, or it may not be used
   */
  ServoLine servos(String name, int baud, byte[] torqueOff) throws BusException;

  /**
   * A line of bus servos.
   *
   * @param line that carries bytes
   * @param guarded whether somebody would take the torque away, should this process die
   */
  record ServoLine(SerialLine line, BooleanSupplier guarded) {}

  /**
   * A line of the computer that is read.
   *
   * @param name such as "gpio-17"
   * @throws BusException when there is none, or it may not be used
   */
  DigitalLine input(String name) throws BusException;

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
