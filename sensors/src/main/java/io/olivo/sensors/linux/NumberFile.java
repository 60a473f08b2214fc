package io.olivo.sensors.linux;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of sysfs that holds one number, open as long as it is of use. */
class NumberFile implements Closeable {
  private static final int LONGEST = 24; // digits, and the end of the line

  private final FileChannel file;
  private final ByteBuffer text = ByteBuffer.allocateDirect(LONGEST);

  NumberFile(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The number; at the start only, it allocates. */
  long read() throws IOException {
    text.clear();
    file.read(text, 0);
    String line = StandardCharsets.US_ASCII.decode(text.flip()).toString();
    try {
      return Long.parseLong(line.lines().findFirst().orElse(""));
    } catch (NumberFormatException e) {
      throw new IOException("no number but \"%s\"".formatted(line.strip()), e);
    }
  }

  /** Writes a number from 0 on. */
  void write(long number) throws IOException {
    int at = LONGEST - 1;
    text.clear().put(at, (byte) '\n');
    long left = number;
    do {
      at--;
      text.put(at, (byte) ('0' + left % 10));
      left /= 10;
    } while (left > 0);
    text.position(at);
    file.write(text, 0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
