package io.olivo.sim.task;

import io.olivo.learning.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bodies that a task has one after the other: in turn one of a few that return, which is drawn
 * but never twice in a row, and one that was never there before and never comes again. None of them
 * is loaded more than 1.6 times as much as the usual one.
 */
final class Bodies {
  private static final double MOST_LOAD = 1.6;

  private static final List<Body> RETURNING =
      List.of(
          new Body(Map.of("length", 1.5), true),
          new Body(Map.of("gain", .7), true),
          new Body(Map.of("tilt", .25), true),
          new Body(Map.of("gain", -1.), true),
          new Body(Map.of("mass", 1.4), true),
          new Body(Map.of("tilt", -.25), true));

  private final List<Body> returning;
  private final List<BodyTrait> traits;
  private final int differing;

  /**
   * Those of a task; not every task has every parameter.
   *
   * @param differing how many parameters of a new body are drawn anew
   */
  Bodies(Task task, int differing) {
    List<String> known = task.parameters();
    returning =
        RETURNING.stream().filter(body -> known.containsAll(body.parameters().keySet())).toList();
    traits =
        Arrays.stream(BodyTrait.values()).filter(one -> known.contains(one.parameter())).toList();
    this.differing = Math.min(differing, traits.size());
  }

  /** Draws so many, the first of them one that returns. */
  List<Body> draw(int changes, Chance chance) {
    List<Body> drawn = new ArrayList<>();
    int last = returning.size(); // of those that return; none yet
    for (int change = 0; change < changes; change++) {
      if (change % 2 == 0) {
        last = another(last, chance);
        drawn.add(returning.get(last));
      } else {
        drawn.add(fresh(chance));
      }
    }
    return drawn;
  }

  /** Any but the last one. */
  private int another(int last, Chance chance) {
    boolean isFirst = last == returning.size();
    int drawn = chance.index(isFirst ? last : returning.size() - 1);
    return drawn < last ? drawn : drawn + 1;
  }

  private Body fresh(Chance chance) {
    Body drawn = some(chance);
    while (drawn.load() > MOST_LOAD) {
      drawn = some(chance);
    }
    return drawn;
  }

  private Body some(Chance chance) {
    List<BodyTrait> left = new ArrayList<>(traits);
    Map<String, Double> parameters = new TreeMap<>();
    for (int i = 0; i < differing; i++) {
      BodyTrait trait = left.remove(chance.index(left.size()));
      parameters.put(trait.parameter(), trait.draw(chance));
    }
    return new Body(parameters, false);
  }
}
