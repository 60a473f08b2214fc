package io.olivo.sensors.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxGpioTest {
  private final RecordedKernel kernel = new RecordedKernel();

  private LinuxGpio chip() throws BusException {
    kernel.lineDescriptor = 8;
    return new LinuxGpio("/dev/gpiochip0", kernel);
  }

  /** Byte for byte what a C program puts into struct gpio_v2_line_request for an output. */
  @Test
  void aRequestForAnOutputIsThatOfTheKernel() throws BusException {
    chip().output(17, true);
    byte[] request = new byte[592];
    request[0] = 17;
    byte[] consumer = {'o', 'l', 'i', 'v', 'o'};
    System.arraycopy(consumer, 0, request, 256, consumer.length);
    request[288] = 0x0a; // output, active low
    request[296] = 1; // attribute:
    request[320] = 2; // output values
    request[336] = 1; // of the first line
    request[560] = 1; // line
    assertArrayEquals(request, kernel.argument);
    assertEquals("ioctl 3 c250b407", kernel.calls.getLast());
  }

  @ParameterizedTest
  @CsvSource({"AS_IS, 0400", "UP, 0401", "DOWN, 0402"})
  void aRequestForAnInputSaysItsBias(LinuxGpio.Bias bias, String flags) throws BusException {
    chip().input(4, bias);
    assertEquals(flags, HexFormat.of().formatHex(kernel.argument, 288, 290));
    assertEquals(0, kernel.argument[296]);
  }

  @Test
  void aLineIsWrittenByItsOwnDescriptor() throws BusException {
    DigitalLine line = chip().output(17, false);
    line.write(true);
    assertEquals("ioctl 8 c010b40f", kernel.calls.getLast());
    assertEquals("01000000000000000100000000000000", HexFormat.of().formatHex(kernel.argument));
    line.write(false);
    assertEquals("00000000000000000100000000000000", HexFormat.of().formatHex(kernel.argument));
    line.close();
    assertEquals("close 8", kernel.calls.getLast());
  }

  @Test
  void aLineIsReadByItsOwnDescriptor() throws BusException {
    DigitalLine line = chip().input(4, LinuxGpio.Bias.UP);
    assertFalse(line.read());
    assertEquals("ioctl 8 c010b40e", kernel.calls.getLast());
    kernel.lineValue = 1;
    assertTrue(line.read());
  }

  @Test
  void readingAndWritingAllocatesNothing() throws BusException {
    DigitalLine line = new LinuxGpio("/dev/gpiochip0", new Silent()).output(17, false);
    long bytes =
        Allocation.leastBytes(
            20_000,
            () -> {
              try {
                line.write(!line.read());
              } catch (BusException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(0, bytes);
  }

  /** Agrees to everything. */
  private static final class Silent implements Kernel {
    @Override
    public int open(String path) {
      return 3;
    }

    @Override
    public int ioctl(int descriptor, long request, MemorySegment argument) {
      return 0;
    }

    @Override
    public int close(int descriptor) {
      return 0;
    }
  }

  @ParameterizedTest
  @CsvSource({"16, another program", "22, is not there", "25, older than 5.10", "5, errno 5"})
  void aLineThatCannotBeHadSaysWhy(int errno, String words) throws BusException {
    LinuxGpio chip = chip();
    kernel.ioctlAnswer = -errno;
    BusException e = assertThrows(BusException.class, () -> chip.output(17, false));
    assertTrue(e.getMessage().startsWith("line 17 of /dev/gpiochip0 "), e.getMessage());
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void anInputThatIsWrittenSaysSo() throws BusException {
    DigitalLine line = chip().input(4, LinuxGpio.Bias.UP);
    kernel.ioctlAnswer = -1;
    BusException e = assertThrows(BusException.class, () -> line.write(true));
    assertEquals("line 4 of /dev/gpiochip0 is an input", e.getMessage());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelItselfRefusesWhatIsNoChip() throws BusException {
    try (LinuxGpio none = new LinuxGpio("/dev/null")) {
      BusException e = assertThrows(BusException.class, () -> none.output(1, false));
      assertTrue(e.getMessage().contains("is no GPIO chip"), e.getMessage());
    }
    assertThrows(BusException.class, () -> new LinuxGpio("/dev/gpiochip-that-is-not-there"));
  }
}
