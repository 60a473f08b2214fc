package io.olivo.learning.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the making, big endian. */
final class StateBytes {
  private static final int LARGEST_SHORT = 0xffff;

  private ByteBuffer out = ByteBuffer.allocate(1024);

  void u16(int value) {
    if (value > LARGEST_SHORT) {
      throw new IllegalArgumentException(value + " of them are more than a saved state can hold");
    }
    room(2).putShort((short) value);
  }

  void u32(int value) {
    room(4).putInt(value);
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    u16(utf8.length);
    room(utf8.length).put(utf8);
  }

  void doubles(double[] values) {
    u32(values.length);
    room(Math.multiplyExact(8, values.length));
    for (double value : values) {
      out.putLong(Double.doubleToRawLongBits(value));
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private ByteBuffer room(int size) {
    if (out.remaining() < size) {
      int larger = Math.max(Math.addExact(out.position(), size), 2 * out.capacity());
      out = ByteBuffer.allocate(larger).put(out.flip());
    }
    return out;
  }
}
