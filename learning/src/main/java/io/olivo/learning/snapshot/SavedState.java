package io.olivo.learning.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bytes of a saved state hold. Every length is compared with what is there before memory
 * is asked for, and every checksum before a value is believed.
 *
 * @param version of the format
 * @param kind such as "cerebellum"
 * @param facts about the state, in the order of the file
 * @param entries values by name, in the order of the file
 * @param units by name of the entry; none before version 2
 */
record SavedState(
    int version,
    String kind,
    Map<String, String> facts,
    Map<String, double[]> entries,
    Map<String, String> units) {

  /**
   * @throws IllegalArgumentException when they are damaged, cut short, foreign or of a later
   *     version, saying which section
   */
  static SavedState of(byte[] bytes) {
    int magic = StateFormat.MAGIC.length;
    if (bytes.length <= magic || !Arrays.equals(bytes, 0, magic, StateFormat.MAGIC, 0, magic)) {
      throw new IllegalArgumentException("this is not a saved state of Olivo");
    }
    return switch (bytes[magic]) {
      case 1 -> FirstFormat.read(bytes);
      case StateFormat.VERSION -> second(bytes);
      default ->
          throw new IllegalArgumentException(
              "the saved state has version %d, this software reads up to version %d"
                  .formatted(bytes[magic], StateFormat.VERSION));
    };
  }

  private static SavedState second(byte[] bytes) {
    ByteBuffer head = head(bytes);
    try {
      SavedState state =
          new SavedState(
              StateFormat.VERSION,
              text(head),
              facts(head),
              new LinkedHashMap<>(),
              new LinkedHashMap<>());
      state.readSections(head, bytes);
      return state;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state is damaged in its head", e);
    }
  }

  private static ByteBuffer head(byte[] bytes) {
    int before = StateFormat.BEFORE_HEAD;
    int length = bytes.length < before ? -1 : ByteBuffer.wrap(bytes).getInt(before - 4);
    if (length < 0 || length > bytes.length - before - 4) {
      throw new IllegalArgumentException("the saved state is cut short in its head");
    }
    int end = before + length;
    if (StateFormat.crc(bytes, 0, end) != ByteBuffer.wrap(bytes).getInt(end)) {
      throw new IllegalArgumentException(
          "the saved state is damaged: the checksum of its head does not match");
    }
    return ByteBuffer.wrap(bytes, before, length).slice();
  }

  private static Map<String, String> facts(ByteBuffer head) {
    Map<String, String> facts = new LinkedHashMap<>();
    int count = Short.toUnsignedInt(head.getShort());
    for (int i = 0; i < count; i++) {
      facts.put(text(head), text(head));
    }
    return facts;
  }

  private void readSections(ByteBuffer head, byte[] bytes) {
    int at = StateFormat.BEFORE_HEAD + head.capacity() + 4;
    int count = Short.toUnsignedInt(head.getShort());
    for (int i = 0; i < count; i++) {
      String name = text(head);
      int length = head.getInt();
      readSection(name, body(name, bytes, at, length, head.getInt()));
      at += length;
    }
    if (at != bytes.length) {
      throw new IllegalArgumentException("the saved state has something behind its end");
    }
  }

  private static ByteBuffer body(String section, byte[] bytes, int at, int length, int crc) {
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("the saved state is cut short in section " + section);
    }
    if (StateFormat.crc(bytes, at, length) != crc) {
      throw new IllegalArgumentException(
          "the saved state is damaged: the checksum of section %s does not match"
              .formatted(section));
    }
    return ByteBuffer.wrap(bytes, at, length).slice();
  }

  private void readSection(String section, ByteBuffer in) {
    try {
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        String name = text(in);
        units.put(name, text(in));
        if (entries.put(name, doubles(in)) != null) {
          throw new IllegalArgumentException("the saved state has " + name + " twice");
        }
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state is damaged in section " + section, e);
    }
  }

  static String text(ByteBuffer in) {
    int length = Short.toUnsignedInt(in.getShort());
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static double[] doubles(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / 8) {
      throw new BufferUnderflowException();
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = Double.longBitsToDouble(in.getLong());
    }
    return values;
  }
}
