package io.olivo.controller.record.mcap;

/**
 * The first and the last bytes of a recording; the fifth is the version, "0". Source: MCAP
 * specification, "Magic".
 */
final class Magic {
  static final int LENGTH = 8; // bytes
  private static final byte[] BYTES = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

  private Magic() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  /** Whether the first {@code length} bytes are those of the magic. */
  static boolean begins(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != BYTES[i]) {
        return false;
      }
    }
    return true;
  }
}
