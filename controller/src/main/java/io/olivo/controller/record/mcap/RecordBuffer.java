package io.olivo.controller.record.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records as bytes, in an array that grows and is used again. Source: MCAP specification,
 * "Serialization": little-endian, strings and maps after their length in bytes.
 */
final class RecordBuffer {
  private static final VarHandle U16 = view(short[].class);
  private static final VarHandle U32 = view(int[].class);
  private static final VarHandle U64 = view(long[].class);

  private byte[] bytes;
  private int length;

  /**
   * @param capacity to begin with [bytes]
   */
  RecordBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** The array itself, good until the next byte is added. */
  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Begins a record. Returns what {@link #end} wants. */
  int begin(int opcode) {
    u8(opcode);
    u64(0);
    return length;
  }

  /** Ends the record that began there: its length becomes known. */
  void end(int begun) {
    end(begun, 0);
  }

  /** The same for a record of which so many bytes more come from elsewhere. */
  void end(int begun, int more) {
    U64.set(bytes, begun - Long.BYTES, (long) (length - begun) + more);
  }

  void u8(int value) {
    int at = reserve(Byte.BYTES);
    bytes[at] = (byte) value;
  }

  void u16(int value) {
    int at = reserve(Short.BYTES);
    U16.set(bytes, at, (short) value);
  }

  void u32(long value) {
    int at = reserve(Integer.BYTES);
    U32.set(bytes, at, (int) value);
  }

  void u64(long value) {
    int at = reserve(Long.BYTES);
    U64.set(bytes, at, value);
  }

  void raw(byte[] from, int offset, int count) {
    int at = reserve(count);
    System.arraycopy(from, offset, bytes, at, count);
  }

  /** Bytes after their length in 32 bits. */
  void blob(byte[] from) {
    u32(from.length);
    raw(from, 0, from.length);
  }

  void string(String text) {
    blob(text.getBytes(StandardCharsets.UTF_8));
  }

  /** By name, so that the same facts are always the same bytes. */
  void strings(Map<String, String> map) {
    int begun = beginMap();
    for (Map.Entry<String, String> fact : new TreeMap<>(map).entrySet()) {
      string(fact.getKey());
      string(fact.getValue());
    }
    endMap(begun);
  }

  /** By channel: a count or an offset. */
  void numbers(Map<Integer, Long> map) {
    int begun = beginMap();
    for (Map.Entry<Integer, Long> entry : map.entrySet()) {
      u16(entry.getKey());
      u64(entry.getValue());
    }
    endMap(begun);
  }

  /** Begins a map or an array. Returns what {@link #endMap} wants. */
  int beginMap() {
    u32(0);
    return length;
  }

  void endMap(int begun) {
    U32.set(bytes, begun - Integer.BYTES, length - begun);
  }

  /** Makes room. Returns where it begins. {@code bytes} may be another array from here on. */
  private int reserve(int count) {
    int at = length;
    int needed = Math.addExact(at, count);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    }
    length = needed;
    return at;
  }
}
