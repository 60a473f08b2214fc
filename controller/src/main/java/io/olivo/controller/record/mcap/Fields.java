package io.olivo.controller.record.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The fields of one record, one after the other. Nothing behind its end is ever read, and no length
 * that is told is believed before there are as many bytes. Source: MCAP specification,
 * "Serialization".
 */
final class Fields {
  private static final VarHandle U16 = view(short[].class);
  private static final VarHandle U32 = view(int[].class);
  private static final VarHandle U64 = view(long[].class);

  private final byte[] bytes;
  private final int end;
  private final long offset; // byte of the file at which the record begins, for errors
  private int at;

  Fields(byte[] bytes, int from, int end, long offset) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.offset = offset;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Byte of the file at which the record begins. */
  long offset() {
    return offset;
  }

  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  int u8() throws McapException {
    return bytes[take(Byte.BYTES)] & 0xFF;
  }

  int u16() throws McapException {
    return (short) U16.get(bytes, take(Short.BYTES)) & 0xFFFF;
  }

  long u32() throws McapException {
    return (int) U32.get(bytes, take(Integer.BYTES)) & 0xFFFF_FFFFL;
  }

  /** Above 2^63 it is negative. */
  long u64() throws McapException {
    return (long) U64.get(bytes, take(Long.BYTES));
  }

  String string() throws McapException {
    int length = length(u32());
    int from = take(length);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw damaged("a text is not UTF-8");
    }
  }

  byte[] blob(long length) throws McapException {
    int from = take(length(length));
    return Arrays.copyOfRange(bytes, from, at);
  }

  byte[] rest() throws McapException {
    return blob(left());
  }

  Map<String, String> strings() throws McapException {
    Fields entries = nested();
    Map<String, String> map = new LinkedHashMap<>();
    while (entries.left() > 0) {
      map.put(entries.string(), entries.string());
    }
    return Collections.unmodifiableMap(map);
  }

  Map<Integer, Long> numbers() throws McapException {
    Fields entries = nested();
    Map<Integer, Long> map = new LinkedHashMap<>();
    while (entries.left() > 0) {
      map.put(entries.u16(), entries.u64());
    }
    return Collections.unmodifiableMap(map);
  }

  private Fields nested() throws McapException {
    int length = length(u32());
    int from = take(length);
    return new Fields(bytes, from, from + length, offset);
  }

  /** A length that was told, when there are as many bytes. */
  int length(long told) throws McapException {
    if (told < 0 || told > left()) {
      throw damaged(
          "a field of %s bytes in a record that has %d more"
              .formatted(Long.toUnsignedString(told), left()));
    }
    return (int) told;
  }

  /** Passes over so many bytes. Returns where they begin. */
  int take(int count) throws McapException {
    if (count > left()) {
      throw damaged("the record ends within a field");
    }
    int from = at;
    at += count;
    return from;
  }

  /** The told checksum must be that of these bytes; 0 means that there is none. */
  void requireCrc(int from, int to, long told, String what) throws McapException {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    if (told != 0 && told != crc.getValue()) {
      throw damaged(
          "%s has the checksum %08x, not %08x as was written"
              .formatted(what, crc.getValue(), told));
    }
  }

  McapException damaged(String reason) {
    return new McapException(offset, reason);
  }
}
