package io.olivo.learning.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  private final StateImage image;

  /**
   * @param kind what was saved, such as "cerebellum"
   */
  public StateWriter(String kind) {
    image = new StateImage(kind);
  }

  StateWriter(StateImage image) {
    this.image = image;
  }

  /**
   * Adds an array to be filled by the caller at once.
   *
   * @param length of the array
   * @return holds zeros, or what was saved under this name before
   */
  public double[] room(String name, int length) {
    return image.room(name, length);
  }

  /** Adds a copy of an array. */
  public void put(String name, double[] values) {
    System.arraycopy(values, 0, room(name, values.length), 0, values.length);
  }

  /** Adds rows, one array each. */
  public void put(String name, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      put(row(name, i), rows[i]);
    }
  }

  /** Adds one number. */
  public void put(String name, double value) {
    room(name, 1)[0] = value;
  }

  /** Adds one integer, bit for bit. */
  public void put(String name, long value) {
    put(name, Double.longBitsToDouble(value));
  }

  /** Adds integers, bit for bit. */
  public void put(String name, long[] values) {
    double[] bits = room(name, values.length);
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.longBitsToDouble(values[i]);
    }
  }

  /** A name of two parts; makes text only the first time, unlike {@code +}. */
  public String name(String owner, String part) {
    return image.composed().of(owner, part);
  }

  /** A name that ends with a number; makes text only the first time, unlike {@code +}. */
  public String name(String owner, int index) {
    return image.composed().of(owner, "", index);
  }

  /** The name of one row of many. */
  public String row(String name, int index) {
    return image.composed().of(name, ".", index);
  }

  /** Everything so far, with its checksum. */
  public byte[] bytes() {
    Map<String, double[]> entries = image.entries();
    byte[] kindBytes = image.kind().getBytes(StandardCharsets.UTF_8);
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
