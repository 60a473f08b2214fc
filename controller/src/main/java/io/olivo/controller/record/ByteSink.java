package io.olivo.controller.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are put one behind the other, little endian, into memory that grows. */
final class ByteSink {
  private byte[] bytes = new byte[1 << 16];
  private int size;

  /** Forgets all, keeps the memory. */
  void clear() {
    size = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void put4(int value) {
    putLow(value, 4);
  }

  void put8(long value) {
    putLow(value, 8);
  }

  private void putLow(long value, int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  /** In 1 to 10 bytes of 7 bits, the lowest first; small numbers of either sign are short. */
  void putZigzag(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Its length in UTF-8, then that. */
  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put4(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  /** Room for a plane of so many bytes, to be filled by the caller. Its first index. */
  int plane(int count) {
    room(count);
    size += count;
    return size - count;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
