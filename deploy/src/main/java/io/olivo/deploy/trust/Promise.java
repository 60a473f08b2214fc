package io.olivo.deploy.trust;

import io.olivo.controller.failsafe.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What must happen on one fault.
 *
 * @param fault its name, with the amount where there is one
 * @param cause what breaks
 * @param seconds for how long [robot time]
 * @param must how the robot answers
 * @param troubles one of which it must name when it pauses or stops; empty where it does neither
 * @param why it answers so
 */
public record Promise(
    String fault, Cause cause, double seconds, Must must, List<Trouble> troubles, String why) {
  /** Keeps its own copy. */
  public Promise {
    troubles = List.copyOf(troubles);
  }

  /** Whether another is about the same fault, for as long. */
  boolean isOfSameFault(Promise other) {
    return cause.equals(other.cause) && seconds == other.seconds;
  }

  /** Name of the kind, as in a robot file; of a poisoned learner, what it is poisoned with. */
  public String kind() {
    String name =
        switch (cause) {
          case Cause.Broken broken -> broken.kind().name();
          case Cause.Restarted _ -> "restart";
          case Cause.Poisoned poisoned -> "learner_" + poisoned.poison().name();
        };
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long, for people. */
  public String length() {
    if (cause instanceof Cause.Poisoned) {
      return "once";
    }
    return seconds < 1
        ? "%.0f ms".formatted(seconds * 1e3)
        : String.format(Locale.ROOT, "%.0f s", seconds);
  }

  /** What must happen, with the trouble that must be told. */
  public String answer() {
    return troubles.isEmpty() ? must.title() : must.title() + ": " + said(" or ");
  }

  /** The troubles in a row. */
  String said(String between) {
    return troubles.stream().map(Trouble::name).collect(Collectors.joining(between));
  }
}
