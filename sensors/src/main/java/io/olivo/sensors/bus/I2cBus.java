package io.olivo.sensors.bus;

/** Moves bytes to and from the chips of one I2C bus. Used by one thread. */
public interface I2cBus extends Bus {
  /**
   * Writes in one transfer.
   *
   * @param address of the chip, 7 bits
   * @param bytes what is written
   * @param length how many of them
   * @throws BusException when nobody acknowledges
   */
  void write(int address, byte[] bytes, int length) throws BusException;

  /**
   * Writes, then reads after a repeated start.
   *
   * @param address of the chip, 7 bits
   * @param out what is written, usually the number of a register
   * @param outLength how many of them
   * @param in where to
   * @param inLength how many
   * @throws BusException when nobody acknowledges, or fewer came back
   */
  void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException;
}
