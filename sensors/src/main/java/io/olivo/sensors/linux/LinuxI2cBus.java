package io.olivo.sensors.linux;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * An I2C bus of Linux, by its device file. A transfer is one call of the kernel and allocates
 * nothing. Source: linux/i2c-dev.h and linux/i2c.h, of a kernel with 64 bits.
 */
public final class LinuxI2cBus implements I2cBus {
  private static final int LONGEST = 256; // bytes each way
  private static final long I2C_RDWR = 0x0707;
  private static final short I2C_M_RD = 1;
  static final StructLayout I2C_MSG =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_SHORT.withName("addr"),
          ValueLayout.JAVA_SHORT.withName("flags"),
          ValueLayout.JAVA_SHORT.withName("len"),
          MemoryLayout.paddingLayout(2),
          ValueLayout.ADDRESS.withName("buf"));
  static final StructLayout I2C_RDWR_DATA =
      MemoryLayout.structLayout(
          ValueLayout.ADDRESS.withName("msgs"),
          ValueLayout.JAVA_INT.withName("nmsgs"),
          MemoryLayout.paddingLayout(4));
  private static final long FLAGS = at("flags");
  private static final long LENGTH = at("len");
  private static final long BUFFER = at("buf");
  private static final long COUNT = I2C_RDWR_DATA.byteOffset(PathElement.groupElement("nmsgs"));

  private final String path;
  private final Device device;
  private final MemorySegment data;
  private final MemorySegment first; // message
  private final MemorySegment second;
  private final MemorySegment sent;
  private final MemorySegment received;

  /**
   * Opens a bus.
   *
   * @param path such as "/dev/i2c-1"
   * @throws BusException when it is not there or may not be used
   */
  public LinuxI2cBus(String path) throws BusException {
    this(path, new CLibrary());
  }

  LinuxI2cBus(String path, Kernel kernel) throws BusException {
    this.path = path;
    Arena arena = Arena.ofAuto(); // a transfer may still hang when it is closed
    MemorySegment messages = arena.allocate(I2C_MSG, 2);
    first = messages.asSlice(0, I2C_MSG);
    second = messages.asSlice(I2C_MSG.byteSize(), I2C_MSG);
    data = arena.allocate(I2C_RDWR_DATA);
    data.set(ValueLayout.ADDRESS, 0, messages);
    sent = arena.allocate(LONGEST);
    received = arena.allocate(LONGEST);
    first.set(ValueLayout.ADDRESS, BUFFER, sent);
    second.set(ValueLayout.ADDRESS, BUFFER, received);
    second.set(ValueLayout.JAVA_SHORT, FLAGS, I2C_M_RD);
    int descriptor = kernel.open(path);
    if (descriptor < 0) {
      throw new BusException(
          path + " " + Errno.opening(-descriptor, "i2c", "dtparam=i2c_arm=on on a Raspberry Pi"));
    }
    device = new Device(kernel, descriptor);
  }

  private static long at(String field) {
    return I2C_MSG.byteOffset(PathElement.groupElement(field));
  }

  @Override
  public void write(int address, byte[] bytes, int length) throws BusException {
    prepare(first, address, length);
    MemorySegment.copy(bytes, 0, sent, ValueLayout.JAVA_BYTE, 0, length);
    transfer(address, 1);
  }

  @Override
  public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException {
    prepare(first, address, outLength);
    prepare(second, address, inLength);
    MemorySegment.copy(out, 0, sent, ValueLayout.JAVA_BYTE, 0, outLength);
    transfer(address, 2);
    MemorySegment.copy(received, ValueLayout.JAVA_BYTE, 0, in, 0, inLength);
  }

  private static void prepare(MemorySegment message, int address, int length) {
    message.set(ValueLayout.JAVA_SHORT, 0, (short) address);
    message.set(ValueLayout.JAVA_SHORT, LENGTH, (short) length);
  }

  private void transfer(int address, int messages) throws BusException {
    data.set(ValueLayout.JAVA_INT, COUNT, messages);
    int done = device.ask(I2C_RDWR, data);
    if (done != messages) {
      String why = done < 0 ? Errno.transfer(-done) : "the transfer broke off";
      throw new BusException("0x%02x on %s: %s".formatted(address, path, why));
    }
  }

  @Override
  public void close() {
    device.close();
  }
}
