package io.olivo.learning.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A saved state in memory. The first {@link #fill} lays out its arrays; a later one of the same
 * shape overwrites them and asks for no memory, so that the loop may do it between two ticks.
 * Another shape lays out anew what is different.
 *
 * <p>One thread at a time; an array is [value] in whatever unit the owner saved it.
 */
public final class StateImage {
  private final String kind;
  private final Map<String, double[]> entries = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>(); // [entry], the keys of entries
  private final List<double[]> values = new ArrayList<>(); // [entry], the same arrays
  private final ComposedNames composed = new ComposedNames();
  private final StateWriter writer = new StateWriter(this);
  private final StateReader reader;
  private int next; // entry

  /**
   * Empty.
   *
   * @param kind what will be saved, such as "cerebellum"
   */
  public StateImage(String kind) {
    this.kind = kind;
    reader =
        new StateReader(new SavedState(StateFormat.VERSION, kind, Map.of(), entries, Map.of()));
  }

  /** Takes the state of something as it is now, in place of what was here. */
  public void fill(Stateful what) {
    begin();
    what.save(writer);
    end();
  }

  /** Reads what is here: no copy is made, so it is valid until the next {@link #fill}. */
  public StateReader reader() {
    return reader.again();
  }

  /** Everything as bytes, with its checksums. */
  public byte[] bytes() {
    return writer.bytes();
  }

  /**
   * The same with what is known about it.
   *
   * @param facts such as the robot's name, by key
   * @param unitOf the unit of an entry by its name; "1" where there is none or none is known
   */
  public byte[] bytes(Map<String, String> facts, UnaryOperator<String> unitOf) {
    return writer.bytes(facts, unitOf);
  }

  /** How much is here [values of 8 bytes]. */
  public long size() {
    return entries.values().stream().mapToLong(array -> array.length).sum();
  }

  String kind() {
    return kind;
  }

  Map<String, double[]> entries() {
    return entries;
  }

  ComposedNames composed() {
    return composed;
  }

  private void begin() {
    next = 0;
    composed.begin();
  }

  private void end() {
    forgetFrom(next);
  }

  /** The array of the next entry. */
  double[] room(String name, int length) {
    double[] known = known(name, length);
    if (known == null) {
      forgetFrom(next);
      known = lay(name, length);
    }
    next++;
    return known;
  }

  private double @Nullable [] known(String name, int length) {
    if (next >= names.size() || !names.get(next).equals(name)) {
      return null;
    }
    double[] there = values.get(next);
    return there.length == length ? there : null;
  }

  private double[] lay(String name, int length) {
    double[] fresh = new double[length];
    if (entries.putIfAbsent(name, fresh) != null) {
      throw new IllegalArgumentException(name + " is saved twice");
    }
    names.add(name);
    values.add(fresh);
    return fresh;
  }

  private void forgetFrom(int entry) {
    while (names.size() > entry) {
      entries.remove(names.removeLast());
      values.removeLast();
    }
  }
}
