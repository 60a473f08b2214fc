package io.olivo.sensors.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxI2cBusTest {
  private final RecordedKernel kernel = new RecordedKernel();

  private I2cBus bus() throws BusException {
    return new LinuxI2cBus("/dev/i2c-1", kernel);
  }

  @Test
  void aWriteIsOneMessage() throws BusException {
    kernel.ioctlAnswer = 1;
    bus().write(0x40, new byte[] {0x06, (byte) 0xff, 2, 9}, 3);
    assertEquals(
        List.of("open /dev/i2c-1", "ioctl 3 707", "  40 flags 0 write 06ff02"), kernel.calls);
  }

  @Test
  void aWriteThenReadIsTwoMessagesOfOneCall() throws BusException {
    kernel.ioctlAnswer = 2;
    kernel.toRead = new byte[] {1, -2, 3};
    byte[] in = new byte[4];
    bus().writeRead(0x77, new byte[] {0x0c}, 1, in, 3);
    assertEquals(
        List.of("ioctl 3 707", "  77 flags 0 write 0c", "  77 flags 1 read 3"),
        kernel.calls.subList(1, 4));
    assertArrayEquals(new byte[] {1, -2, 3, 0}, in);
  }

  @Test
  void aWriteAfterAReadIsOneMessageAgain() throws BusException {
    I2cBus bus = bus();
    kernel.ioctlAnswer = 2;
    kernel.toRead = new byte[1];
    bus.writeRead(0x77, new byte[1], 1, new byte[1], 1);
    kernel.ioctlAnswer = 1;
    kernel.calls.clear();
    bus.write(0x40, new byte[1], 1);
    assertEquals(List.of("ioctl 3 707", "  40 flags 0 write 00"), kernel.calls);
  }

  @ParameterizedTest
  @CsvSource({
    "6, nobody answers",
    "121, nobody answers",
    "110, holds a line low",
    "11, another master",
    "5, broke off",
    "25, is no I2C bus",
    "95, no plain I2C transfers",
    "71, errno 71"
  })
  void whatTheKernelSaysIsSaidInWordsThatHelp(int errno, String words) throws BusException {
    I2cBus bus = bus();
    kernel.ioctlAnswer = -errno;
    BusException e = assertThrows(BusException.class, () -> bus.write(0x40, new byte[1], 1));
    assertTrue(e.getMessage().startsWith("0x40 on /dev/i2c-1: "), e.getMessage());
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void fewerMessagesThanAskedForAreAFailureAndNothingIsRead() throws BusException {
    I2cBus bus = bus();
    kernel.ioctlAnswer = 1;
    kernel.toRead = new byte[] {7};
    byte[] in = {42};
    assertThrows(BusException.class, () -> bus.writeRead(0x40, new byte[1], 1, in, 1));
    assertEquals(42, in[0]);
  }

  @ParameterizedTest
  @CsvSource({"2, is it enabled", "13, group i2c", "16, another program", "24, errno 24"})
  void aBusThatCannotBeOpenedSaysWhatToDo(int errno, String words) {
    kernel.openAnswer = -errno;
    BusException e = assertThrows(BusException.class, this::bus);
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void itsDeviceIsClosedWithItAndOnlyOnce() throws BusException {
    I2cBus bus = bus();
    bus.close();
    bus.close();
    assertEquals(List.of("open /dev/i2c-1", "close 3"), kernel.calls);
  }

  /** sizeof and offsetof by gcc, x86-64 and aarch64 alike. */
  @Test
  void structuresAreThoseOfTheKernel() {
    assertEquals(16, LinuxI2cBus.I2C_MSG.byteSize());
    assertEquals(0, offset(LinuxI2cBus.I2C_MSG, "addr"));
    assertEquals(2, offset(LinuxI2cBus.I2C_MSG, "flags"));
    assertEquals(4, offset(LinuxI2cBus.I2C_MSG, "len"));
    assertEquals(8, offset(LinuxI2cBus.I2C_MSG, "buf"));
    assertEquals(16, LinuxI2cBus.I2C_RDWR_DATA.byteSize());
    assertEquals(8, offset(LinuxI2cBus.I2C_RDWR_DATA, "nmsgs"));
  }

  private static long offset(StructLayout layout, String field) {
    return layout.byteOffset(PathElement.groupElement(field));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelItselfRefusesWhatIsNoBus() throws BusException {
    try (I2cBus none = new LinuxI2cBus("/dev/null")) {
      BusException e = assertThrows(BusException.class, () -> none.write(0x40, new byte[1], 1));
      assertEquals("0x40 on /dev/null: is no I2C bus", e.getMessage());
    }
    BusException e =
        assertThrows(BusException.class, () -> new LinuxI2cBus("/dev/i2c-that-is-not-there"));
    assertTrue(e.getMessage().contains("dtparam=i2c_arm=on"), e.getMessage());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTransferAllocatesNothing() throws BusException {
    I2cBus bus = new LinuxI2cBus("/dev/null", new Obliging());
    byte[] out = {1};
    byte[] in = new byte[14];
    assertEquals(
        0,
        Allocation.leastBytes(
            20_000,
            () -> {
              try {
                bus.write(0x40, out, 1);
                bus.writeRead(0x40, out, 1, in, 14);
              } catch (BusException e) {
                throw new AssertionError(e);
              }
            }));
  }

  /** Really calls the kernel, which refuses, and says that it went well. */
  private static final class Obliging implements Kernel {
    private final CLibrary real = new CLibrary();

    @Override
    public int open(String path) {
      return real.open(path);
    }

    @Override
    public int ioctl(int descriptor, long request, MemorySegment argument) {
      assertEquals(-25, real.ioctl(descriptor, request, argument)); // ENOTTY
      return argument.get(ValueLayout.JAVA_INT, 8);
    }

    @Override
    public int close(int descriptor) {
      return real.close(descriptor);
    }
  }
}
