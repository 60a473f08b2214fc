package io.olivo.learning.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Reads what {@link StateWriter} laid out, and refuses what is torn, foreign or of another shape.
 */
public final class StateReader {
  private final String kind;
  private final ComposedNames composed = new ComposedNames();
  private final Map<String, double[]> entries;

  /**
   * @throws IllegalArgumentException when the bytes are not a whole saved state
   */
  public StateReader(byte[] bytes) {
    check(bytes);
    entries = new LinkedHashMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - 4);
      in.position(StateWriter.MAGIC.length + 1);
      kind = text(in);
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        entries.put(text(in), doubles(in));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state is cut short", e);
    }
  }

  /** Begins to read from the start, so that no name is made a second time. */
  StateReader again() {
    composed.begin();
    return this;
  }

  StateReader(String kind, Map<String, double[]> entries) {
    this.kind = kind;
    this.entries = entries;
  }

  /** What was saved, such as "cerebellum". */
  public String kind() {
    return kind;
  }

  /** Copies a saved array of exactly this length. */
  public void get(String name, double[] into) {
    System.arraycopy(saved(name, into.length), 0, into, 0, into.length);
  }

  /** One number of a saved array of exactly this length. */
  public double get(String name, int length, int index) {
    return saved(name, length)[index];
  }

  private double[] saved(String name, int length) {
    double[] saved = saved(name);
    if (saved.length != length) {
      throw new IllegalArgumentException(
          "saved %s has %d values, this robot needs %d: it was saved for another robot file"
              .formatted(name, saved.length, length));
    }
    return saved;
  }

  /** Copies saved rows of exactly this shape. */
  public void get(String name, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      get(row(name, i), rows[i]);
    }
  }

  /** One saved number. */
  public double getDouble(String name) {
    return get(name, 1, 0);
  }

  /** One saved integer, bit for bit. */
  public long getLong(String name) {
    return Double.doubleToRawLongBits(getDouble(name));
  }

  /** Copies saved integers of exactly this number, bit for bit. */
  public void get(String name, long[] into) {
    double[] bits = saved(name, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = Double.doubleToRawLongBits(bits[i]);
    }
  }

  /** A name of two parts; see {@link StateWriter#name(String, String)}. */
  public String name(String owner, String part) {
    return composed.of(owner, part);
  }

  /** A name that ends with a number; see {@link StateWriter#name(String, int)}. */
  public String name(String owner, int index) {
    return composed.of(owner, "", index);
  }

  /** The name of one row of many. */
  public String row(String name, int index) {
    return composed.of(name, ".", index);
  }

  /** Whether something was saved under this name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** All names, in the order in which they were saved. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** A copy of what was saved under a name, whatever its length. */
  public double[] values(String name) {
    return saved(name).clone();
  }

  private double[] saved(String name) {
    double[] saved = entries.get(name);
    if (saved == null) {
      throw new IllegalArgumentException(
          "the saved state of a " + kind + " has no " + name + ": it was saved by another learner");
    }
    return saved;
  }

  private static void check(byte[] bytes) {
    int head = StateWriter.MAGIC.length;
    if (bytes.length < head + 1 + 2 + 4 + 4
        || !Arrays.equals(bytes, 0, head, StateWriter.MAGIC, 0, head)) {
      throw new IllegalArgumentException("this is not a saved state of Olivo");
    }
    if (bytes[head] != StateWriter.VERSION) {
      throw new IllegalArgumentException(
          "the saved state has version %d, this software reads version %d"
              .formatted(bytes[head], StateWriter.VERSION));
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(bytes.length - 4)) {
      throw new IllegalArgumentException("the saved state is damaged: its checksum does not match");
    }
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static double[] doubles(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / 8) {
      throw new IllegalArgumentException("the saved state is cut short");
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = Double.longBitsToDouble(in.getLong());
    }
    return values;
  }
}
