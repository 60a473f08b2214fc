package io.olivo.deploy.cli;

import io.olivo.learning.guard.GuardListener;
import io.olivo.learning.guard.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says and counts what the guard of a learner decides. */
final class GuardNotes implements GuardListener {
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private @Nullable RunEvents events;

  /** Where it is said. */
  void tellTo(RunEvents listening) {
    events = listening;
  }

  @Override
  public void decided(Verdict verdict, double seconds, double effort, double rival) {
    counts.merge(verdict, 1, Integer::sum);
    if (verdict == Verdict.ACCEPTED) {
      return;
    }
    String text =
        String.format(
            Locale.ROOT,
            "%s; effort %.3g times the usual, squared miss of the last generation %.3g of it",
            text(verdict),
            effort,
            rival);
    RunEvents listening = events;
    if (listening != null) {
      listening.say(Math.round(seconds * 1e9), "guard", text);
    }
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> "what was learned is accepted";
      case FROZEN -> "the learner is doubted and learns nothing";
      case THAWED -> "the learner is believed again";
      case ROLLED_BACK -> "the learner failed, its last accepted generation acts";
      case REFUSED -> "the learner said something that is no number, its last generation acts";
      case RECALLED -> "the last accepted generation was wanted back and acts";
      case PROMOTED -> "the candidate did better and acts";
    };
  }

  /** How often it decided what. */
  void tell(RunResult result) {
    for (Verdict verdict : Verdict.values()) {
      result.put(
          "guard_" + verdict.name().toLowerCase(Locale.ROOT), counts.getOrDefault(verdict, 0));
    }
  }
}
