package io.olivo.deploy.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The block before each file of a tar; everything is root's. Source: POSIX.1-2017, pax, "ustar
 * Interchange Format": texts and octal numbers at fixed places.
 */
public final class UstarHeader {
  /** Bytes of a block; files are filled up to whole ones. */
  public static final int BLOCK = 512;

  /** Two empty blocks end an archive [bytes]. */
  public static final int END = 2 * BLOCK;

  /** Kinds of entries. */
  public static final char FILE = '0';

  static final char LINK = '2';
  static final char FOLDER = '5';

  private static final int NAME = 100;
  private static final int PREFIX = 155;
  private static final int PREFIX_AT = 345;
  private static final int CHECKSUM_AT = 148;

  private UstarHeader() {}

  /**
   * The block of one entry.
   *
   * @param path with slashes
   * @param mode who may do what with it, as chmod has it
   * @param size of what follows [bytes]
   * @param kind such as {@link #FILE}
   * @param target of a link, else empty
   * @param epochSeconds its time [s since 1970]
   * @throws IllegalArgumentException when the path is too long for a tar
   */
  public static byte[] of(
      String path, int mode, long size, char kind, String target, long epochSeconds) {
    byte[] header = new byte[BLOCK];
    name(header, path);
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0); // of root
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, epochSeconds);
    header[156] = (byte) kind;
    text(header, 157, target);
    text(header, 257, "ustar\0" + "00root");
    text(header, 297, "root");
    checksum(header);
    return header;
  }

  /** How many bytes fill up the last block of a file. */
  public static int padding(long size) {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  /** A name that is too long is cut at a slash into prefix and name. */
  private static void name(byte[] header, String path) {
    int cut = 0;
    while (bytes(path.substring(cut)) > NAME) {
      int slash = path.indexOf('/', cut);
      if (slash < 0) {
        throw new IllegalArgumentException("the name of " + path + " is too long for a tar");
      }
      cut = slash + 1;
    }
    text(header, 0, path.substring(cut));
    if (cut > 0) {
      String folder = path.substring(0, cut - 1);
      if (bytes(folder) > PREFIX) {
        throw new IllegalArgumentException("the path of " + path + " is too long for a tar");
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
}
