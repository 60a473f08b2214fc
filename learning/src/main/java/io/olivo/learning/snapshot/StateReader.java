package io.olivo.learning.snapshot;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link StateWriter} laid out, and refuses what is torn, foreign or of another shape.
 */
public final class StateReader {
  private static final String UNKNOWN = "1";

  private final SavedState saved;

  /**
   * @throws IllegalArgumentException when the bytes are not a whole saved state
   */
  public StateReader(byte[] bytes) {
    this(SavedState.of(bytes));
  }

  StateReader(SavedState saved) {
    this.saved = saved;
  }

  /** What was saved, such as "cerebellum". */
  public String kind() {
    return saved.kind();
  }

  /** Copies a saved array of exactly this length. */
  public void get(String name, double[] into) {
    double[] from = entry(name);
    if (from.length != into.length) {
      throw new IllegalArgumentException(
          "saved %s has %d values, this robot needs %d: it was saved for another robot file"
              .formatted(name, from.length, into.length));
    }
    System.arraycopy(from, 0, into, 0, into.length);
  }

  /** Copies saved rows of exactly this shape. */
  public void get(String name, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      get(name + "." + i, rows[i]);
    }
  }

  /** One saved number. */
  public double getDouble(String name) {
    double[] one = new double[1];
    get(name, one);
    return one[0];
  }

  /** One saved integer, bit for bit. */
  public long getLong(String name) {
    return Double.doubleToRawLongBits(getDouble(name));
  }

  /** Copies saved integers of exactly this number, bit for bit. */
  public void get(String name, long[] into) {
    double[] bits = new double[into.length];
    get(name, bits);
    for (int i = 0; i < into.length; i++) {
      into[i] = Double.doubleToRawLongBits(bits[i]);
    }
  }

  /** Whether something was saved under this name. */
  public boolean has(String name) {
    return saved.entries().containsKey(name);
  }

  /** Version of the format. */
  public int version() {
    return saved.version();
  }

  /** What is known about the state, such as the name of its robot; nothing before version 2. */
  public Map<String, String> facts() {
    return Collections.unmodifiableMap(saved.facts());
  }

  /** The unit of an entry; "1" where there is none or none is known. */
  public String unit(String name) {
    return saved.units().getOrDefault(name, UNKNOWN);
  }

  /** The section of an entry: the top of its name, up to the first dot. */
  public static String sectionOf(String name) {
    return StateFormat.sectionOf(name);
  }

  /** All names, section by section. */
  public List<String> names() {
    return List.copyOf(saved.entries().keySet());
  }

  /** A copy of what was saved under a name, whatever its length. */
  public double[] values(String name) {
    return entry(name).clone();
  }

  private double[] entry(String name) {
    double[] entry = saved.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "the saved state of a %s has no %s: it was saved by another learner"
              .formatted(kind(), name));
    }
    return entry;
  }
}
