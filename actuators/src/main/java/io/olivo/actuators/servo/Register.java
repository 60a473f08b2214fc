package io.olivo.actuators.servo;

/**
 * A number in the control table of a servo, the low byte first.
 *
 * @param address of its first byte
 * @param bytes how many, 1 to 4
 * @param sign how it tells negative numbers
 */
public record Register(int address, int bytes, Sign sign) {
  /** How a register tells negative numbers. */
  public enum Sign {
    /** There are none. */
    NONE(0),
    TWOS_COMPLEMENT(0),
    /** Bit 10 says negative, those below it how much. */
    BIT_10(10),
    /** Bit 15 says negative, those below it how much. */
    BIT_15(15);

    private final int bit; // 0 where no bit of its own tells the sign

    Sign(int bit) {
      this.bit = bit;
    }
  }

  /** Refuses what no servo has. */
  public Register {
    if (address < 0 || bytes < 1 || bytes > 4 || sign.bit >= 8 * bytes) {
      throw new IllegalArgumentException(
          "no register of %d bytes at %d has its sign in %s".formatted(bytes, address, sign));
    }
  }

  /** A register without negative numbers. */
  public static Register unsigned(int address, int bytes) {
    return new Register(address, bytes, Sign.NONE);
  }

  /** The number that begins at a byte. */
  public int get(byte[] in, int at) {
    int raw = 0;
    for (int i = 0; i < bytes; i++) {
      raw |= (in[at + i] & 0xff) << (8 * i);
    }
    return switch (sign) {
      case NONE -> raw;
      case TWOS_COMPLEMENT -> raw << (32 - 8 * bytes) >> (32 - 8 * bytes);
      case BIT_10, BIT_15 -> (raw >> sign.bit & 1) == 0 ? magnitude(raw) : -magnitude(raw);
    };
  }

  private int magnitude(int raw) {
    return raw & ((1 << sign.bit) - 1);
  }

  /** Stores a number; what is too large loses its highest bits. */
  public void put(byte[] out, int at, int value) {
    int raw = sign.bit > 0 && value < 0 ? magnitude(-value) | (1 << sign.bit) : value;
    for (int i = 0; i < bytes; i++) {
      out[at + i] = (byte) (raw >> (8 * i));
    }
  }
}
