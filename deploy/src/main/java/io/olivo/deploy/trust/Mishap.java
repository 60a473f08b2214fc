package io.olivo.deploy.trust;

import io.olivo.controller.fault.ScheduledFault;
import io.olivo.learning.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that breaks in a long run.
 *
 * @param cause what
 * @param beginSeconds robot time
 * @param endSeconds robot time
 */
record Mishap(Cause cause, double beginSeconds, double endSeconds) {
  private static final double FIRST_SECONDS = 60; // learning has settled
  private static final double SHORTEST_GAP = 10; // s
  private static final double LONGEST_GAP = 60; // s

  /**
   * Draws what breaks in a run: one thing after the other, each of those that must not stop the
   * robot as likely as the next.
   */
  static List<Mishap> draw(List<Promise> promises, double runSeconds, Chance chance) {
    List<Promise> harmless =
        promises.stream()
            .filter(it -> it.must() == Must.RIDE_THROUGH || it.must() == Must.DEGRADE)
            .toList();
    List<Mishap> drawn = new ArrayList<>();
    double begin = FIRST_SECONDS;
    while (begin < runSeconds) {
      Promise next = harmless.get(chance.index(harmless.size()));
      double end = begin + next.seconds();
      drawn.add(new Mishap(next.cause(), begin, end));
      begin = end + chance.uniform(SHORTEST_GAP, LONGEST_GAP);
    }
    return drawn;
  }

  List<ScheduledFault> scheduled(Parts parts) {
    return parts.scheduled(cause, beginSeconds, endSeconds - beginSeconds);
  }
}
