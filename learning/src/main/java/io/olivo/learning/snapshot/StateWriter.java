package io.olivo.learning.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Collects named values, by sections: what stands before the first dot of a name. */
public final class StateWriter {
  private static final String UNKNOWN = "1"; // unit

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

  /** Everything so far, with its checksums. */
  public byte[] bytes() {
    return bytes(Map.of(), name -> UNKNOWN);
  }

  /**
   * The same with what is known about it.
   *
   * @param facts such as the robot's name, by key
   * @param unitOf the unit of an entry by its name; "1" where there is none or none is known
   */
  public byte[] bytes(Map<String, String> facts, UnaryOperator<String> unitOf) {
    return StateFormat.bytes(image.kind(), image.entries(), facts, unitOf);
  }

  /** SHA-256 of all values, without facts and units: equal digests mean equal bits. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
