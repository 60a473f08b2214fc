package io.olivo.sensors.bus;

/** The registers of one chip: numbered bytes, read in bursts. */
public final class Registers {
  private static final int LONGEST_BURST = 32;

  private final I2cBus bus;
  private final int address;
  private final String chip;
  private final byte[] out = new byte[3];
  private final byte[] in = new byte[LONGEST_BURST];

  /**
   * @param bus it is on
   * @param address 7 bits
   * @param chip its name, for messages
   */
  public Registers(I2cBus bus, int address, String chip) {
    if (address < 0x08 || address > 0x77) {
      throw new IllegalArgumentException(
          "I2C addresses go from 0x08 to 0x77, got 0x%02x for %s".formatted(address, chip));
    }
    this.bus = bus;
    this.address = address;
    this.chip = chip;
  }

  /** Chip and address, for messages: "mpu6050 at 0x68". */
  public String name() {
    return "%s at 0x%02x".formatted(chip, address);
  }

  /** Reads one byte of a register, 0 to 255. */
  public int read(int register) throws BusException {
    burst(register, 1);
    return unsigned(0);
  }

  /** Reads so many bytes from a register on; they stay here until the next burst. */
  public void burst(int register, int count) throws BusException {
    out[0] = (byte) register;
    bus.writeRead(address, out, 1, in, count);
  }

  /** A byte of the last burst, 0 to 255. */
  public int unsigned(int at) {
    return in[at] & 0xff;
  }

  /** Two bytes of the last burst, the high one first, -32768 to 32767. */
  public int bigEndian(int at) {
    return (in[at] << 8) | unsigned(at + 1);
  }

  /** Two bytes of the last burst, the high one first, 0 to 65535. */
  public int unsignedBigEndian(int at) {
    return (unsigned(at) << 8) | unsigned(at + 1);
  }

  /** Two bytes of the last burst, the low one first, -32768 to 32767. */
  public int littleEndian(int at) {
    return (in[at + 1] << 8) | unsigned(at);
  }

  /** Writes one byte to a register. */
  public void write(int register, int value) throws BusException {
    out[0] = (byte) register;
    out[1] = (byte) value;
    bus.write(address, out, 2);
  }

  /** Writes two bytes to a register, the high one first. */
  public void writeBigEndian(int register, int value) throws BusException {
    out[0] = (byte) register;
    out[1] = (byte) (value >> 8);
    out[2] = (byte) value;
    bus.write(address, out, 3);
  }

  /**
   * Writes a setting and looks whether it is there: a chip that sleeps or was swapped for another
   * one does not keep it.
   */
  public void set(int register, int value) throws BusException {
    write(register, value);
    expect(register, value, "does not keep its settings");
  }

  /** Refuses a chip whose register holds something else. */
  public void expect(int register, int value, String otherwise) throws BusException {
    int found = read(register);
    if (found != value) {
      throw new BusException(
          "%s %s: register 0x%02x holds 0x%02x, not 0x%02x"
              .formatted(name(), otherwise, register, found, value));
    }
  }
}
