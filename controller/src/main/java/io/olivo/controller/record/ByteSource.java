package io.olivo.controller.record;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} holds, and refuses to read beyond its end. */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  int get() {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int get4() {
    return (int) getLow(4);
  }

  long get8() {
    return getLow(8);
  }

  private long getLow(int count) {
    require(count);
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at++] & 0xFFL) << (8 * i);
    }
    return value;
  }

  long getZigzag() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = get();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new IllegalArgumentException("a number is longer than 64 bits");
  }

  String getText() {
    int length = count(get4());
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** A count of things of at least a byte each that follow. */
  int count(int claimed) {
    require(claimed);
    return claimed;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  private void require(int more) {
    if (more < 0 || more > bytes.length - at) {
      throw new IllegalArgumentException("a message of the exact channel ends too early");
    }
  }
}
