package io.olivo.sim.task;

import io.olivo.learning.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bodies that a task has one after the other: in turn one of a few that return, which is drawn
 * but never twice in a row, and one that was never there before and never comes again.
 */
final class Bodies {
  private static final List<Body> RETURNING =
      List.of(
          new Body("length", 1.5, true),
          new Body("gain", .7, true),
          new Body("tilt", .25, true),
          new Body("gain", -1, true),
          new Body("mass", 1.4, true),
          new Body("tilt", -.25, true));

  private final List<Body> returning;
  private final List<BodyTrait> traits;

  /** Those of a task; not every task has every parameter. */
  Bodies(Task task) {
    returning =
        RETURNING.stream().filter(body -> task.parameters().contains(body.parameter())).toList();
    traits = Arrays.stream(BodyTrait.values()).filter(trait -> trait.isOf(task)).toList();
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
        drawn.add(traits.get(chance.index(traits.size())).draw(chance));
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
}
