package io.olivo.actuators.servo;

/**
 * How a register has to be.
 *
 * @param register where
 * @param mask which of its bits; the others stay as they are
 * @param value of these bits
 */
public record Setting(Register register, int mask, int value) {
  /** A whole register. */
  public Setting(Register register, int value) {
    this(register, -1, value);
  }

  /** Refuses a value that its own mask cuts. */
  public Setting {
    if ((value & ~mask) != 0) {
      throw new IllegalArgumentException(
          "0x%x does not fit into the bits 0x%x of register %d"
              .formatted(value, mask, register.address()));
    }
  }

  /** What the register has to hold when it holds something now. */
  int in(int present) {
    return (present & ~mask) | value;
  }
}
