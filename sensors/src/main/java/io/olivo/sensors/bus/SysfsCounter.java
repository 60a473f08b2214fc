package io.olivo.sensors.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A count of Linux's counter subsystem, one folder of sysfs. Source: the kernel's
 * Documentation/ABI/testing/sysfs-bus-counter, files {@code count}, {@code ceiling} and {@code
 * enable}.
 *
 * <p>Its function ("quadrature x4") and count mode ("normal") are the business of whoever sets up
 * the board.
 */
public final class SysfsCounter implements Counter {
  private static final long LARGEST_TENTH = Long.MAX_VALUE / 10;

  private final Path folder;
  private final ByteBuffer text = ByteBuffer.allocate(32);
  private @Nullable FileChannel count; // open while it counts

  /**
   * @param folder such as /sys/bus/counter/devices/counter0/count0
   */
  public SysfsCounter(Path folder) {
    this.folder = folder;
  }

  @Override
  public long begin() throws BusException {
    try {
      closeCount();
      enable();
      count = FileChannel.open(folder.resolve("count"), StandardOpenOption.READ);
      try (FileChannel ceiling =
          FileChannel.open(folder.resolve("ceiling"), StandardOpenOption.READ)) {
        return number(ceiling);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Not every counter can be turned off: some have no such file. */
  private void enable() throws IOException {
    Path enable = folder.resolve("enable");
    if (Files.exists(enable)) {
      Files.writeString(enable, "1");
    }
  }

  /** Without garbage. */
  @Override
  public long read() throws BusException {
    FileChannel open = count;
    if (open == null) {
      throw new BusException(folder + " was not begun");
    }
    try {
      return number(open);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private long number(FileChannel file) throws IOException {
    text.clear();
    file.read(text, 0); // from its start, where sysfs says it anew
    text.flip();
    long number = 0;
    int digits = 0;
    while (text.hasRemaining()) {
      int c = text.get();
      if (c < '0' || c > '9') {
        break;
      }
      if (number >= LARGEST_TENTH) {
        throw new IOException("a number beyond 63 bits");
      }
      number = 10 * number + c - '0';
      digits++;
    }
    if (digits == 0) {
      throw new IOException("no number");
    }
    return number;
  }

  private BusException failed(IOException e) {
    return new BusException("%s: %s".formatted(folder, e), e);
  }

  @Override
  public void close() {
    try {
      closeCount();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private void closeCount() throws IOException {
    FileChannel open = count;
    count = null;
    if (open != null) {
      open.close();
    }
  }
}
