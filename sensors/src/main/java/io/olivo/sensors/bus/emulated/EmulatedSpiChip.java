package io.olivo.sensors.bus.emulated;

/** A chip behind a chip select: every transfer goes both ways at once. */
public interface EmulatedSpiChip {
  /** Power goes and comes back: everything has its reset values. */
  void powerUp();

  /**
   * One transfer.
   *
   * @param out what the chip is told
   * @param in what it says meanwhile
   * @param length bytes each way
   */
  void exchange(byte[] out, byte[] in, int length);
}
