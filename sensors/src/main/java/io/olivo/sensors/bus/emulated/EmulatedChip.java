package io.olivo.sensors.bus.emulated;

/**
 * A chip with numbered registers of one byte: the first byte written is a number, others follow.
 */
public abstract class EmulatedChip {
  private int pointer;

  /** Power goes and comes back: all registers have their reset values. */
  public abstract void powerUp();

  /** Whether it is connected to the bus at all. */
  protected boolean answers() {
    return true;
  }

  /** What a register holds, 0 to 255. */
  protected abstract int read(int register);

  /** Something is written to a register, 0 to 255. */
  protected abstract void write(int register, int value);

  /** A burst begins at a register: whatever is read until its end belongs together. */
  protected void burst(int register) {}

  /** Which register comes after another within a transfer. */
  protected int after(int register) {
    return (register + 1) & 0xff;
  }

  /** A transfer begins. */
  protected void begin() {}

  final void receive(byte[] bytes, int length) {
    begin();
    if (length > 0) {
      pointer = bytes[0] & 0xff;
      for (int i = 1; i < length; i++) {
        write(pointer, bytes[i] & 0xff);
        pointer = after(pointer);
      }
    }
  }

  final void send(byte[] in, int length) {
    burst(pointer);
    for (int i = 0; i < length; i++) {
      in[i] = (byte) read(pointer);
      pointer = after(pointer);
    }
  }
}
