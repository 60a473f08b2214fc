package io.olivo.actuators.servo;

/**
 * The packets of one make of servos: bytes only, without state, and without garbage. Every {@code
 * out} is filled from index 0, and the number of bytes is returned.
 */
public sealed interface ServoProtocol permits FeetechProtocol, DynamixelProtocol {
  /** Who everybody is; nobody answers. */
  int BROADCAST = 0xfe;

  /** Are you there? */
  int ping(byte[] out, int id);

  /** Asks for registers. */
  int read(byte[] out, int id, int address, int count);

  /** Sets registers. */
  int write(byte[] out, int id, int address, byte[] data, int count);

  /** Asks many for the same registers; they answer one after the other. */
  int syncRead(byte[] out, int address, int count, int[] ids);

  /**
   * Sets the same registers of many; nobody answers.
   *
   * @param data for the first, then for the second and so on, {@code count} bytes each
   */
  int syncWrite(byte[] out, int address, int count, int[] ids, byte[] data);

  /** Starts a servo anew; 0 bytes where the make has no such instruction. */
  int reboot(byte[] out, int id);

  /** Length of an answer with so many bytes of data [byte]. */
  int statusLength(int count);

  /**
   * Looks for the next answer that is whole and whose checksum is right; skips everything else.
   *
   * @param in what was received
   * @param from where to begin
   * @param to end of what was received
   * @param packet filled with it
   * @return where the bytes after it begin; -1 when there is none, {@link StatusPacket#missing}
   *     then says whether one has begun
   */
  int next(byte[] in, int from, int to, StatusPacket packet);
}
