package io.olivo.deploy.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tar. Source: POSIX.1-2017, pax, "ustar Interchange Format": blocks of 512 bytes; a
 * header of texts and octal numbers, then the content.
 */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;
  private static final int PREFIX_AT = 345;
  private static final int CHECKSUM_AT = 148;

  private final OutputStream out;
  private final long epochSeconds;

  /**
   * @param epochSeconds time of all that is in it [s since 1970]
   */
  Tar(OutputStream out, long epochSeconds) {
    this.out = out;
    this.epochSeconds = epochSeconds;
  }

  void folder(String name) throws IOException {
    out.write(header(name, 0755, 0, '5', ""));
  }

  void file(String name, boolean executable, byte[] content) throws IOException {
    out.write(header(name, executable ? 0755 : 0644, content.length, '0', ""));
    out.write(content);
    out.write(new byte[(BLOCK - (content.length % BLOCK)) % BLOCK]);
  }

  void link(String name, String target) throws IOException {
    out.write(header(name, 0777, 0, '2', target));
  }

  /** Two empty blocks. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private byte[] header(String name, int mode, long size, char type, String target) {
    byte[] block = new byte[BLOCK];
    int cut = cut(name);
    put(block, 0, name.substring(cut == 0 ? 0 : cut + 1));
    put(block, PREFIX_AT, name.substring(0, cut));
    octal(block, 100, 8, mode);
    octal(block, 108, 8, 0); // root
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, epochSeconds);
    block[156] = (byte) type;
    put(block, 157, target);
    put(block, 257, "ustar\0" + "00root");
    put(block, 297, "root");
    put(block, CHECKSUM_AT, "        ");
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    octal(block, CHECKSUM_AT, 7, sum);
    return block;
  }

  /** Where a long name is parted into prefix and name: at a slash; 0 for a short one. */
  private static int cut(String name) {
    if (name.length() <= NAME) {
      return 0;
    }
    int slash = name.indexOf('/', name.length() - NAME - 1);
    if (slash < 0 || slash > PREFIX) {
      throw new IllegalArgumentException("too long a name for a tar: " + name);
    }
    return slash;
  }

  private static void octal(byte[] block, int at, int length, long value) {
    String digits = Long.toOctalString(value);
    put(block, at, "0".repeat(length - 1 - digits.length()) + digits);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
