package io.olivo.sensors.bus.emulated;

/**
 * A chip with numbered registers of two bytes, the high one first. Its pointer stays where it is:
 * bytes that are read go round in one register.
 */
public abstract class WordChip extends EmulatedChip {
  private int high; // of a word half written
  private boolean half;
  private boolean low; // of the word that is read, next

  /** What a register holds, 0 to 65535. */
  protected abstract int word(int register);

  /** A word is written to a register. */
  protected abstract void writeWord(int register, int value);

  @Override
  protected final int read(int register) {
    int word = word(register);
    int value = low ? word & 0xff : word >> 8;
    low = !low;
    return value;
  }

  @Override
  protected final void write(int register, int value) {
    if (half) {
      writeWord(register, (high << 8) | value);
    }
    high = value;
    half = !half;
  }

  @Override
  protected final void begin() {
    low = false;
    half = false;
  }

  @Override
  protected final int after(int register) {
    return register;
  }
}
