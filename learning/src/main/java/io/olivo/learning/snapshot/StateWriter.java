package io.olivo.learning.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Collects named values and lays them out as bytes.
 *
 * <pre>
 * "OLIVO" u8 version | u16 kind length, kind | u32 entries | entries | u32 CRC-32 of all before
 * entry: u16 name length, name | u32 count | count doubles      (big endian; longs as their bits)
 * </pre>
 */
public final class StateWriter {
  static final byte[] MAGIC = "OLIVO".getBytes(StandardCharsets.US_ASCII);
  static final byte VERSION = 1;

  private final String kind;
  private final Map<String, double[]> entries = new LinkedHashMap<>();

  /**
   * @param kind what was saved, such as "cerebellum"
   */
  public StateWriter(String kind) {
    this.kind = kind;
  }

  /** Adds a copy of an array. */
  public void put(String name, double[] values) {
    if (entries.putIfAbsent(name, values.clone()) != null) {
      throw new IllegalArgumentException(name + " is saved twice");
    }
  }

  /** Adds rows as one array. */
  public void put(String name, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      put(name + "." + i, rows[i]);
    }
  }

  /** Adds one number. */
  public void put(String name, double value) {
    put(name, new double[] {value});
  }

  /** Adds one integer, bit for bit. */
  public void put(String name, long value) {
    put(name, Double.longBitsToDouble(value));
  }

  /** Adds integers, bit for bit. */
  public void put(String name, long[] values) {
    double[] bits = new double[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.longBitsToDouble(values[i]);
    }
    put(name, bits);
  }

  /** Everything so far, with its checksum. */
  public byte[] bytes() {
    byte[] kindBytes = kind.getBytes(StandardCharsets.UTF_8);
    int size = MAGIC.length + 1 + 2 + kindBytes.length + 4 + 4;
    for (Map.Entry<String, double[]> entry : entries.entrySet()) {
      size += 2 + utf8(entry.getKey()).length + 4 + 8 * entry.getValue().length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(MAGIC).put(VERSION).putShort((short) kindBytes.length).put(kindBytes);
    out.putInt(entries.size());
    entries.forEach((name, values) -> lay(out, name, values));
    CRC32 crc = new CRC32();
    crc.update(out.array(), 0, size - 4);
    out.putInt((int) crc.getValue());
    return out.array();
  }

  /** SHA-256 of {@link #bytes}: equal digests mean equal bits. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void lay(ByteBuffer out, String name, double[] values) {
    byte[] nameBytes = utf8(name);
    out.putShort((short) nameBytes.length).put(nameBytes).putInt(values.length);
    for (double value : values) {
      out.putLong(Double.doubleToRawLongBits(value));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
