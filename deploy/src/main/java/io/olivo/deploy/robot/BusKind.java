package io.olivo.deploy.robot;

import java.util.regex.Pattern;

/** What a device hangs on, and how its buses are named. */
public enum BusKind {
  /** Linux calls them /dev/i2c-1. */
  I2C("i2c-\\d{1,2}", "i2c-1"),
  /** Bus and chip select, as in /dev/spidev0.1. */
  SPI("spi-\\d{1,2}\\.\\d", "spi-0.0"),
  /** A serial line. */
  SERIAL("/dev/[A-Za-z0-9/_.:-]+", "/dev/ttyACM0"),
  /** What counts edges beside the processor, as Linux numbers it. */
  COUNTER("counter-\\d{1,2}\\.\\d", "counter-0.0"),
  /** Lines and outputs of the board or of another device, named one by one. */
  PINS("", "");

  private final Pattern names;
  private final String example;

  BusKind(String names, String example) {
    this.names = Pattern.compile(names);
    this.example = example;
  }

  boolean isName(String name) {
    return names.matcher(name).matches();
  }

  String example() {
    return example;
  }
}
