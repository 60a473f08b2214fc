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
  private final ComposedNames composed = new ComposedNames();

  /**
   * @throws IllegalArgumentException when the bytes are not a whole saved state
   */
  public StateReader(byte[] bytes) {
    this(SavedState.of(bytes));
  }

  /** Begins to read from the start, so that no name is made a second time. */
  StateReader again() {
    composed.begin();
    return this;
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
    System.arraycopy(entry(name, into.length), 0, into, 0, into.length);
  }

  /** One number of a saved array of exactly this length. */
  public double get(String name, int length, int index) {
    return entry(name, length)[index];
  }

  private double[] entry(String name, int length) {
    double[] entry = entry(name);
    if (entry.length != length) {
      throw new IllegalArgumentException(
          "saved %s has %d values, this robot needs %d: it was saved for another robot file"
              .formatted(name, entry.length, length));
    }
    return entry;
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
    double[] bits = entry(name, into.length);
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
