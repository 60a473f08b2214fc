package io.olivo.sensors.linux;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a GPIO chip of Linux, by its device file. Source: linux/gpio.h, second version of
 * its calls, since Linux 5.10. A line goes back to what the kernel makes of it when it is closed,
 * and also when the program dies: that need not be low, so bridges want a resistor to ground.
 */
public final class LinuxGpio implements AutoCloseable {
  /** What an input is when nobody drives it. */
  public enum Bias {
    /** What it is on the board. */
    AS_IS(0),
    /** High. */
    UP(1 << 8),
    /** Low. */
    DOWN(1 << 9);

    private final long flag;

    Bias(long flag) {
      this.flag = flag;
    }
  }

  private static final long GPIO_V2_GET_LINE = 0xc250b407L;
  private static final int ACTIVE_LOW = 1 << 1;
  private static final int INPUT = 1 << 2;
  private static final int OUTPUT = 1 << 3;
  private static final int CONSUMER_BYTES = 32;
  private static final int ATTRIBUTES = 10;
  private static final StructLayout ATTRIBUTE =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("id"),
          MemoryLayout.paddingLayout(4),
          ValueLayout.JAVA_LONG.withName("values"),
          ValueLayout.JAVA_LONG.withName("mask"));
  private static final StructLayout CONFIG =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG.withName("flags"),
          ValueLayout.JAVA_INT.withName("num_attrs"),
          MemoryLayout.sequenceLayout(5, ValueLayout.JAVA_INT).withName("padding"),
          MemoryLayout.sequenceLayout(ATTRIBUTES, ATTRIBUTE).withName("attrs"));
  static final StructLayout REQUEST =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_INT).withName("offsets"),
          MemoryLayout.sequenceLayout(CONSUMER_BYTES, ValueLayout.JAVA_BYTE).withName("consumer"),
          CONFIG.withName("config"),
          ValueLayout.JAVA_INT.withName("num_lines"),
          ValueLayout.JAVA_INT.withName("event_buffer_size"),
          MemoryLayout.sequenceLayout(5, ValueLayout.JAVA_INT).withName("padding"),
          ValueLayout.JAVA_INT.withName("fd"));
  private static final long CONSUMER = at("consumer");
  private static final long FLAGS = at("config");
  private static final long NUM_ATTRS = FLAGS + 8;
  private static final long ATTRS = FLAGS + 32;
  private static final long NUM_LINES = at("num_lines");
  private static final long FD = at("fd");
  private static final int OUTPUT_VALUES = 2;

  private final Kernel kernel;
  private final String path;
  private final Device device;

  /**
   * Opens a chip.
   *
   * @param path such as "/dev/gpiochip0"
   * @throws BusException when it is not there or may not be used
   */
  public LinuxGpio(String path) throws BusException {
    this(path, new CLibrary());
  }

  LinuxGpio(String path, Kernel kernel) throws BusException {
    this.kernel = kernel;
    this.path = path;
    int descriptor = kernel.open(path);
    if (descriptor < 0) {
      throw new BusException(
          path + " " + Errno.opening(-descriptor, "gpio", "see gpiodetect for what there is"));
    }
    device = new Device(kernel, descriptor);
  }

  private static long at(String field) {
    return REQUEST.byteOffset(MemoryLayout.PathElement.groupElement(field));
  }

  /**
   * A line that is driven; not high at first.
   *
   * @param offset of the line on its chip
   * @param activeLow whether high means 0 V, as for the enable of many drivers of steppers
   * @throws BusException when somebody else has it
   */
  public DigitalLine output(int offset, boolean activeLow) throws BusException {
    return request(offset, OUTPUT | (activeLow ? ACTIVE_LOW : 0));
  }

  /**
   * A line that is read.
   *
   * @param offset of the line on its chip
   * @param bias what it is when nobody drives it
   * @throws BusException when somebody else has it
   */
  public DigitalLine input(int offset, Bias bias) throws BusException {
    return request(offset, INPUT | bias.flag);
  }

  private DigitalLine request(int offset, long flags) throws BusException {
    String line = "line %d of %s".formatted(offset, path);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = request(arena, offset, flags);
      int answer = device.ask(GPIO_V2_GET_LINE, request);
      if (answer < 0) {
        throw new BusException(line + " " + Errno.line(-answer));
      }
      return new GpioLine(new Device(kernel, request.get(ValueLayout.JAVA_INT, FD)), line);
    }
  }

  private static MemorySegment request(Arena arena, int offset, long flags) {
    MemorySegment request = arena.allocate(REQUEST); // all 0
    request.set(ValueLayout.JAVA_INT, 0, offset);
    request.setString(CONSUMER, "olivo", StandardCharsets.US_ASCII);
    request.set(ValueLayout.JAVA_LONG, FLAGS, flags);
    request.set(ValueLayout.JAVA_INT, NUM_LINES, 1);
    if ((flags & OUTPUT) != 0) {
      request.set(ValueLayout.JAVA_INT, NUM_ATTRS, 1);
      request.set(ValueLayout.JAVA_INT, ATTRS, OUTPUT_VALUES); // which are 0
      request.set(ValueLayout.JAVA_LONG, ATTRS + 16, 1); // of the first line
    }
    return request;
  }

  /** Closes the chip; its lines stay until they are closed. */
  @Override
  public void close() {
    device.close();
  }
}
