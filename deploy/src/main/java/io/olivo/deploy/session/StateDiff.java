package io.olivo.deploy.session;

import io.olivo.learning.snapshot.StateReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How two states differ, section by section.
 *
 * @param section the top of the names
 * @param values how many both have
 * @param norm root of the sum of squares of the differences; units are mixed
 * @param largest largest difference of one value [its unit]
 * @param where the entry of the largest; "" when there is no difference
 * @param shapes entries that only one has, or of other lengths
 */
public record StateDiff(
    String section, long values, double norm, double largest, String where, List<String> shapes) {
  /** Keeps its own copy. */
  public StateDiff {
    shapes = List.copyOf(shapes);
  }

  /** All sections of both, in the order of the first. */
  public static List<StateDiff> between(StateReader one, StateReader other) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    collect(one, sections);
    collect(other, sections);
    List<StateDiff> all = new ArrayList<>();
    sections.forEach((section, names) -> all.add(of(section, names, one, other)));
    return all;
  }

  private static void collect(StateReader state, Map<String, Set<String>> sections) {
    for (String name : state.names()) {
      sections
          .computeIfAbsent(StateReader.sectionOf(name), section -> new LinkedHashSet<>())
          .add(name);
    }
  }

  private static StateDiff of(
      String section, Set<String> names, StateReader one, StateReader other) {
    Sum sum = new Sum();
    for (String name : names) {
      if (!one.has(name) || !other.has(name)) {
        sum.shapes.add(name + (one.has(name) ? " is only in the first" : " is only in the second"));
      } else {
        sum.add(name, one.values(name), other.values(name));
      }
    }
    return new StateDiff(
        section, sum.values, Math.sqrt(sum.squares), sum.largest, sum.where, sum.shapes);
  }

  private static final class Sum {
    private final List<String> shapes = new ArrayList<>();
    private long values;
    private double squares;
    private double largest;
    private String where = "";

    private void add(String name, double[] one, double[] other) {
      if (one.length != other.length) {
        shapes.add("%s has %d and %d values".formatted(name, one.length, other.length));
        return;
      }
      values += one.length;
      for (int i = 0; i < one.length; i++) {
        add(name, Math.abs(one[i] - other[i]));
      }
    }

    private void add(String name, double difference) {
      squares += difference * difference;
      if (difference > largest) {
        largest = difference;
        where = name;
      }
    }
  }
}
