package io.olivo.sensors.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.SerialLine;

/**
 * The registers of a BNO055 over its serial protocol, 115200 baud, as if they were on a bus of its
 * own: give it to a {@link Bno055} as its bus. It is for boards whose I2C does not stand the chip's
 * stretched clock. Source: Bosch BST-BNO055-DS000-14 revision 1.4, section 4.7, UART protocol.
 *
 * <pre>
 * write  AA 00 register length data...   answered by  EE 01, or EE and an error
 * read   AA 01 register length           answered by  BB length data..., or EE and an error
 * </pre>
 *
 * <p>It has no checksum. A chip that is told to reset does not answer that.
 */
public final class Bno055Serial implements I2cBus {
  private static final int START = 0xaa;
  private static final int WRITE = 0x00;
  private static final int READ = 0x01;
  private static final int DATA = 0xbb;
  private static final int STATUS = 0xee;
  private static final int WRITE_SUCCESS = 0x01;
  private static final int SYS_TRIGGER = 0x3f;
  private static final int RST_SYS = 1 << 5;
  private static final int HEADER = 4; // bytes before the data of a command
  private static final int ANSWER = 2; // bytes before the data of an answer
  private static final int MOST = 128; // bytes at once
  private static final long TIMEOUT_NANOS = 30_000_000; // 128 bytes take 11 ms

  private final SerialLine line;
  private final byte[] command = new byte[HEADER + MOST];
  private final byte[] answer = new byte[ANSWER];

  /**
   * @param line it alone is on, 115200 baud, 8 bits, no parity, one stop bit
   */
  public Bno055Serial(SerialLine line) {
    this.line = line;
  }

  @Override
  public void write(int address, byte[] bytes, int length) throws BusException {
    int count = length - 1;
    System.arraycopy(bytes, 1, command, HEADER, count);
    send(WRITE, bytes[0], count, HEADER + count);
    if (bytes[0] == SYS_TRIGGER && (bytes[1] & RST_SYS) != 0) {
      return;
    }
    receive(answer, ANSWER);
    if (at(0) != STATUS || at(1) != WRITE_SUCCESS) {
      throw refused();
    }
  }

  @Override
  public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException {
    send(READ, out[0], inLength, HEADER);
    receive(answer, ANSWER);
    if (at(0) != DATA || at(1) != inLength) {
      throw refused();
    }
    receive(in, inLength);
  }

  private void send(int what, byte register, int count, int length) throws BusException {
    if (count < 1 || count > MOST) {
      throw new BusException("a bno055 moves 1 to 128 bytes at once, not " + count);
    }
    command[0] = (byte) START;
    command[1] = (byte) what;
    command[2] = register;
    command[3] = (byte) count;
    line.discard(); // what is left of an answer that came too late
    line.write(command, length);
  }

  private void receive(byte[] into, int length) throws BusException {
    int count = line.read(into, 0, length, TIMEOUT_NANOS);
    if (count < length) {
      throw new BusException("the bno055 said %d bytes of %d".formatted(count, length));
    }
  }

  private int at(int index) {
    return answer[index] & 0xff;
  }

  private BusException refused() {
    return new BusException("the bno055 answered 0x%02x 0x%02x".formatted(at(0), at(1)));
  }

  @Override
  public void close() {
    line.close();
  }
}
