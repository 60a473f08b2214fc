package io.olivo.learning.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Lays out a saved state, version 2. What stands before the first dot of a name is its section.
 *
 * <pre>
 * "OLIVO" u8 version | u32 length of the head | head | u32 CRC-32 of all before | bodies
 * head: kind | u16 facts | key, value of each | u16 sections | name, u32 length, u32 CRC-32 of each
 * body: u32 entries | name, unit, u32 count, count doubles of each
 * text: u16 length, UTF-8                                (big endian; longs as the bits of doubles)
 * </pre>
 */
final class StateFormat {
  static final byte[] MAGIC = "OLIVO".getBytes(StandardCharsets.US_ASCII);
  static final byte VERSION = 2;

  /** Magic, version, length of the head. */
  static final int BEFORE_HEAD = MAGIC.length + 1 + 4;

  private StateFormat() {}

  static byte[] bytes(
      String kind,
      Map<String, double[]> entries,
      Map<String, String> facts,
      UnaryOperator<String> unitOf) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    sections(entries).forEach((name, all) -> bodies.put(name, body(all, unitOf)));
    byte[] head = head(kind, facts, bodies);
    int size = BEFORE_HEAD + head.length + 4;
    for (byte[] body : bodies.values()) {
      size = Math.addExact(size, body.length);
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(MAGIC).put(VERSION).putInt(head.length).put(head);
    out.putInt(crc(out.array(), 0, out.position()));
    bodies.values().forEach(out::put);
    return out.array();
  }

  /** The top of a name, up to its first dot. */
  static String sectionOf(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  private static Map<String, Map<String, double[]>> sections(Map<String, double[]> entries) {
    Map<String, Map<String, double[]>> sections = new LinkedHashMap<>();
    entries.forEach(
        (name, values) ->
            sections
                .computeIfAbsent(sectionOf(name), section -> new LinkedHashMap<>())
                .put(name, values));
    return sections;
  }

  private static byte[] body(Map<String, double[]> entries, UnaryOperator<String> unitOf) {
    StateBytes out = new StateBytes();
    out.u32(entries.size());
    entries.forEach(
        (name, values) -> {
          out.text(name);
          out.text(unitOf.apply(name));
          out.doubles(values);
        });
    return out.bytes();
  }

  private static byte[] head(String kind, Map<String, String> facts, Map<String, byte[]> bodies) {
    StateBytes out = new StateBytes();
    out.text(kind);
    out.u16(facts.size());
    facts.forEach(
        (key, value) -> {
          out.text(key);
          out.text(value);
        });
    out.u16(bodies.size());
    bodies.forEach(
        (section, body) -> {
          out.text(section);
          out.u32(body.length);
          out.u32(crc(body, 0, body.length));
        });
    return out.bytes();
  }
}
