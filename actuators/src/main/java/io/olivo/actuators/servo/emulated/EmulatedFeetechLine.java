package io.olivo.actuators.servo.emulated;

/** A line with Feetech servos. Whoever does not answer a sync read leaves his place to the next. */
public final class EmulatedFeetechLine extends EmulatedServoLine {
  private static final int BROADCAST = 0xfe;

  private final byte[] heard = new byte[260];
  private int count;

  /**
   * @param baud bits per second
   * @param seed of everything that goes wrong
   */
  public EmulatedFeetechLine(int baud, long seed) {
    super(baud, seed);
  }

  @Override
  void hear(int value) {
    heard[count++] = (byte) value;
    boolean header = value == 0xff;
    if (count <= 2 && !header) {
      count = 0;
    } else if (count == 3 && header) {
      count = 2; // a third one
    } else if (count > 3 && count == (heard[3] & 0xff) + 4) {
      count = 0;
      obey((heard[3] & 0xff) + 3);
    }
  }

  private void obey(int end) {
    int sum = 0;
    for (int i = 2; i <= end; i++) {
      sum += heard[i] & 0xff;
    }
    if ((sum & 0xff) == 0xff && end >= 5) {
      carryOut(heard[2] & 0xff, end);
    }
  }

  private void carryOut(int id, int end) {
    int address = heard[5] & 0xff;
    int bytes = heard[6] & 0xff;
    switch (heard[4] & 0xff) {
      case 1 -> speak(id, 0, 0, false);
      case 2 -> read(id, address, bytes);
      case 3 -> write(id, address, heard, 6, end - 6, id == BROADCAST);
      case 0x82 -> syncRead(address, bytes, heard, 7, end);
      case 0x83 -> syncWrite(address, bytes, heard, 7, end);
      default -> {} // an instruction that it does not have
    }
  }

  @Override
  int encode(int id, int error, byte[] bytes, int length, byte[] out) {
    out[0] = (byte) 0xff;
    out[1] = (byte) 0xff;
    out[2] = (byte) id;
    out[3] = (byte) (length + 2);
    out[4] = (byte) error;
    System.arraycopy(bytes, 0, out, 5, length);
    int sum = 0;
    for (int i = 2; i < 5 + length; i++) {
      sum += out[i] & 0xff;
    }
    out[5 + length] = (byte) (255 - (sum & 0xff));
    return 6 + length;
  }

  @Override
  boolean waitsForTheOneBefore() {
    return false;
  }
}
