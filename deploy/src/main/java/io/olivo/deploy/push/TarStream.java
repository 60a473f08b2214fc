package io.olivo.deploy.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Files on their way to a board, as tar packs them: everything is root's, and of one time, so that
 * the same files are the same bytes. Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
final class TarStream implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;
  private static final int PREFIX_AT = 345;
  private static final int CHECKSUM_AT = 148;
  private static final int BUFFER = 1 << 16;
  private static final long YEAR_1980 = 315_532_800; // not 0, by which a JVM means "no time"

  private final OutputStream out;
  private final LongConsumer sent;

  /**
   * @param sent is told of every piece [bytes]
   */
  TarStream(OutputStream out, LongConsumer sent) {
    this.out = out;
    this.sent = sent;
  }

  /** Adds a file; folders on the way to it are made by who unpacks it. */
  void add(PushedFile file) throws IOException {
    out.write(header(file));
    long left = file.size();
    try (InputStream in = file.source().open()) {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new IOException(file.path() + " became shorter while it was sent");
        }
        out.write(buffer, 0, n);
        left -= n;
        sent.accept(n);
      }
    }
    out.write(new byte[(int) ((BLOCK - file.size() % BLOCK) % BLOCK)]);
  }

  private static byte[] header(PushedFile file) throws IOException {
    byte[] header = new byte[BLOCK];
    name(header, file.path());
    octal(header, 100, 8, file.mode());
    octal(header, 108, 8, 0); // of root
    octal(header, 116, 8, 0);
    octal(header, 124, 12, file.size());
    octal(header, 136, 12, YEAR_1980);
    header[156] = '0'; // a regular file
    text(header, 257, "ustar\00000");
    checksum(header);
    return header;
  }

  private static void name(byte[] header, String path) throws IOException {
    int cut = 0; // a name that is too long is cut at a slash
    while (bytes(path.substring(cut)) > NAME) {
      int slash = path.indexOf('/', cut);
      if (slash < 0) {
        throw new IOException("the name of " + path + " is too long");
      }
      cut = slash + 1;
    }
    text(header, 0, path.substring(cut));
    if (cut > 0) {
      String folder = path.substring(0, cut - 1);
      if (bytes(folder) > PREFIX) {
        throw new IOException("the path of " + path + " is too long");
      }
      text(header, PREFIX_AT, folder);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void text(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** Digits to the field's end, but for a 0 byte. */
  private static void octal(byte[] header, int at, int length, long value) {
    String digits = Long.toOctalString(value);
    text(header, at, "0".repeat(length - 1 - digits.length()) + digits);
  }

  /** The sum of all bytes, its own taken as spaces. */
  private static void checksum(byte[] header) {
    Arrays.fill(header, CHECKSUM_AT, CHECKSUM_AT + 8, (byte) ' ');
    long sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    octal(header, CHECKSUM_AT, 7, sum);
  }

  /** Ends the archive; the stream below stays open. */
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }
}
