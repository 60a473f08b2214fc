package io.olivo.controller.record.mcap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The serialization of the specification, written a second time: nothing of ours is used. */
final class SpecBytes {
  static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', 0x30, '\r', '\n'};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  SpecBytes u8(int value) {
    out.write(value);
    return this;
  }

  SpecBytes u16(int value) {
    return raw(little(2).putShort((short) value));
  }

  SpecBytes u32(long value) {
    return raw(little(4).putInt((int) value));
  }

  SpecBytes u64(long value) {
    return raw(little(8).putLong(value));
  }

  SpecBytes string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return u32(bytes.length).raw(bytes);
  }

  SpecBytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Opcode, length, content. */
  SpecBytes record(int opcode, SpecBytes content) {
    return u8(opcode).u64(content.length()).raw(content.bytes());
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  int length() {
    return out.size();
  }

  long crc() {
    return crc(bytes(), 0);
  }

  static long crc(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, bytes.length - from);
    return crc.getValue();
  }

  private SpecBytes raw(ByteBuffer number) {
    return raw(number.array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
