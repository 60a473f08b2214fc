package io.olivo.learning.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads version 1, in which nothing says for which robot it was saved.
 *
 * <pre>
 * "OLIVO" u8 1 | u16 kind length, kind | u32 entries | entries | u32 CRC-32 of all before
 * entry: u16 name length, name | u32 count | count doubles      (big endian; longs as their bits)
 * </pre>
 */
final class FirstFormat {
  private FirstFormat() {}

  static SavedState read(byte[] bytes) {
    int end = bytes.length - 4;
    check(bytes, end);
    Map<String, double[]> entries = new LinkedHashMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, end);
      in.position(StateFormat.MAGIC.length + 1);
      String kind = SavedState.text(in);
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        entries.put(SavedState.text(in), SavedState.doubles(in));
      }
      return new SavedState(1, kind, Map.of(), entries, Map.of());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state is cut short", e);
    }
  }

  private static void check(byte[] bytes, int end) {
    if (end < StateFormat.MAGIC.length + 1 + 2 + 4) {
      throw new IllegalArgumentException("the saved state is cut short");
    }
    if (StateFormat.crc(bytes, 0, end) != ByteBuffer.wrap(bytes).getInt(end)) {
      throw new IllegalArgumentException("the saved state is damaged: its checksum does not match");
    }
  }
}
