package io.olivo.actuators.servo;

import java.util.Arrays;
import java.util.HexFormat;

/** Packets as one reads them. */
final class Bytes {
  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

  private Bytes() {}

  static String hex(byte[] bytes, int length) {
    return SPACED.formatHex(Arrays.copyOf(bytes, length));
  }

  static byte[] of(String hex) {
    return SPACED.parseHex(hex);
  }
}
