package io.olivo.actuators.servo.emulated;

/**
 * A line with Dynamixel servos, protocol 2.0. In a sync read each waits for the answer of the one
 * before.
 */
public final class EmulatedDynamixelLine extends EmulatedServoLine {
  private static final int BROADCAST = 0xfe;
  private static final int STATUS = 0x55;
  private static final byte[] HEADER = {(byte) 0xff, (byte) 0xff, (byte) 0xfd, 0};
  private static final int LONGEST = 1000;

  private final byte[] heard = new byte[LONGEST + 8];
  private final byte[] plain = new byte[LONGEST];
  private int count;

  /**
   * @param baud bits per second
   * @param seed of everything that goes wrong
   */
  public EmulatedDynamixelLine(int baud, long seed) {
    super(baud, seed);
  }

  @Override
  void hear(int value) {
    if (count < 4 && (byte) value != HEADER[count]) {
      boolean third = count == 2 && value == 0xff;
      count = third ? 2 : value == 0xff ? 1 : 0;
      return;
    }
    heard[count++] = (byte) value;
    int length = count >= 7 ? word(heard, 5) : 0;
    if (length > LONGEST) {
      count = 0;
    } else if (count >= 7 && count >= 7 + length) {
      count = 0;
      obey(7 + length);
    }
  }

  private void obey(int end) {
    if (end >= 10 && crc(heard, end - 2) == word(heard, end - 2)) {
      carryOut(heard[4] & 0xff, heard[7] & 0xff, unstuff(end - 2));
    }
  }

  /** What follows the instruction, without what was stuffed in. */
  private int unstuff(int end) {
    int to = 0;
    for (int i = 8; i < end; i++) {
      boolean stuffed =
          i >= 10
              && (heard[i - 1] & 0xff) == 0xfd
              && (heard[i - 2] & 0xff) == 0xff
              && (heard[i - 3] & 0xff) == 0xff;
      if (!stuffed) {
        plain[to++] = heard[i];
      }
    }
    return to;
  }

  private void carryOut(int id, int instruction, int end) {
    int address = word(plain, 0);
    switch (instruction) {
      case 1 -> speak(id, 0, 3, true);
      case 2 -> read(id, address, word(plain, 2));
      case 3 -> write(id, address, plain, 2, end - 2, id == BROADCAST);
      case 8 -> reboot(id);
      case 0x82 -> syncRead(address, word(plain, 2), plain, 4, end);
      case 0x83 -> syncWrite(address, word(plain, 2), plain, 4, end);
      default -> {} // an instruction that it does not have
    }
  }

  @Override
  int encode(int id, int error, byte[] bytes, int length, byte[] out) {
    System.arraycopy(HEADER, 0, out, 0, HEADER.length);
    out[4] = (byte) id;
    out[7] = STATUS;
    out[8] = (byte) error;
    int end = 9;
    int run = 0; // of ff
    for (int i = 0; i < length; i++) {
      out[end++] = bytes[i];
      if (run >= 2 && (bytes[i] & 0xff) == 0xfd) {
        out[end++] = (byte) 0xfd;
      }
      run = (bytes[i] & 0xff) == 0xff ? run + 1 : 0;
    }
    putWord(out, 5, end - 5);
    putWord(out, end, crc(out, end));
    return end + 2;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }

  private static void putWord(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  /** Bit by bit, as in the definition. */
  private static int crc(byte[] bytes, int end) {
    int crc = 0;
    for (int i = 0; i < end; i++) {
      crc ^= (bytes[i] & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ ((crc & 0x8000) == 0 ? 0 : 0x18005);
      }
    }
    return crc & 0xffff;
  }

  @Override
  boolean waitsForTheOneBefore() {
    return true;
  }
}
