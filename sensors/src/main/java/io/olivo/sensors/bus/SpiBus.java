package io.olivo.sensors.bus;

/** Moves bytes to and from the one chip behind a chip select of an SPI bus. Used by one thread. */
public interface SpiBus extends Bus {
  /**
   * Exchanges bytes in one transfer: the chip is selected before the first and let go after the
   * last. Nobody acknowledges: of a missing chip all bits read 0, or all 1.
   *
   * @param out what is written
   * @param in where to what is read meanwhile goes
   * @param length how many bytes go each way
   * @throws BusException when the board cannot move them
   */
  void transfer(byte[] out, byte[] in, int length) throws BusException;
}
