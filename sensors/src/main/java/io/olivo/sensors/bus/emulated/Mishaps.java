package io.olivo.sensors.bus.emulated;

/**
 * What goes wrong on a bus, each as its probability per transfer.
 *
 * @param noAnswer nobody acknowledges; over SPI the line from the chip stays where it is for a
 *     while
 * @param cutShort the transfer breaks off in its middle; what was written until then was
 * @param bitError one bit of what is read is wrong, over SPI of either way; the bus does not see it
 * @param brownOut the chip that is spoken to loses its power for a moment
 */
public record Mishaps(double noAnswer, double cutShort, double bitError, double brownOut) {
  /** Nothing. */
  public static final Mishaps NONE = new Mishaps(0, 0, 0, 0);
}
