package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedSpiChip;

/**
 * AS5047P: ams datasheet, SPI interface. It answers with the next frame, tells errors until they
 * are read, and takes some frames to start up.
 */
public final class EmulatedAs5047 implements EmulatedSpiChip {
  private static final int ERRFL = 0x0001;
  private static final int DIAAGC = 0x3ffc;
  private static final int ANGLEUNC = 0x3ffe;
  private static final int ANGLECOM = 0x3fff;
  private static final int READ_OR_ERROR = 1 << 14;
  private static final int PARITY = 1 << 15;
  private static final int ADDRESS = 0x3fff;
  private static final int FRAMING_ERROR = 1;
  private static final int INVALID_COMMAND = 2;
  private static final int PARITY_ERROR = 4;
  private static final int MAGNET_TOO_WEAK = 1 << 11;
  private static final int OFFSETS_COMPENSATED = 1 << 8;
  private static final int GAIN = 0x80;
  private static final int START_UP_FRAMES = 12;
  private static final int STEPS = 1 << 14;

  private final Physical world;
  private boolean magnet = true;
  private int startingUp;
  private int answer; // to the frame before
  private int errors;

  /**
   * @param world with the shaft
   */
  public EmulatedAs5047(Physical world) {
    this.world = world;
    powerUp();
  }

  /** Whether there is a magnet above it. */
  public void magnet(boolean present) {
    magnet = present;
  }

  @Override
  public void powerUp() {
    startingUp = START_UP_FRAMES;
    answer = 0;
    errors = 0;
  }

  @Override
  public void exchange(byte[] out, byte[] in, int length) {
    if (length != 2) {
      errors |= FRAMING_ERROR;
      return;
    }
    in[0] = (byte) (answer >> 8);
    in[1] = (byte) answer;
    startingUp = Math.max(0, startingUp - 1);
    answer = withParity(obey(((out[0] & 0xff) << 8) | (out[1] & 0xff)));
  }

  private int obey(int command) {
    if (Integer.bitCount(command) % 2 != 0) {
      errors |= PARITY_ERROR;
      return READ_OR_ERROR;
    }
    int address = command & ADDRESS;
    if (address == ERRFL) {
      int told = errors;
      errors = 0;
      return told;
    }
    int data = data(address);
    return errors == 0 ? data : READ_OR_ERROR | data;
  }

  private int data(int address) {
    return switch (address) {
      case 0 -> 0;
      case DIAAGC -> startingUp > 0 ? 0 : OFFSETS_COMPENSATED | field();
      case ANGLEUNC, ANGLECOM -> angle();
      default -> {
        errors |= INVALID_COMMAND;
        yield 0;
      }
    };
  }

  private int field() {
    return magnet ? GAIN : MAGNET_TOO_WEAK | 0xff;
  }

  private int angle() {
    double turns = world.angle() / (2 * StrictMath.PI);
    return Math.floorMod((long) Math.floor(turns * STEPS + .5), STEPS);
  }

  private static int withParity(int frame) {
    return Integer.bitCount(frame) % 2 == 0 ? frame : PARITY | frame;
  }
}
