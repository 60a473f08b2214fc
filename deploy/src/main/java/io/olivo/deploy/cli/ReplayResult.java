package io.olivo.deploy.cli;

import io.olivo.controller.replay.Difference;
import io.olivo.deploy.replay.ReplayOutcome;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to, for people or programs.
 *
 * @param file that was replayed
 * @param recorded with the learner of the recording
 * @param other with another learner, if there was one
 */
record ReplayResult(Path file, ReplayOutcome recorded, @Nullable ReplayOutcome other) {
  void print(OutputOptions output) {
    if (output.json()) {
      output.print(json());
    } else {
      System.out.println(output.screen().wrapped(text()));
      if (other != null) {
        printOther(output, other);
      }
    }
  }

  private Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("file", file.toString());
    all.put("identical", recorded.difference() == null);
    all.put("whole", recorded.whole());
    all.put("ending", recorded.ending());
    all.put("began", recorded.began().toString());
    all.put("beats", recorded.beats());
    all.put("robot_seconds", recorded.robotSeconds());
    all.put("digests", recorded.digests());
    all.put("times_real_time", recorded.timesRealTime());
    Difference difference = recorded.difference();
    if (difference != null) {
      all.put("difference", difference);
    }
    all.put("feedback_rms", efforts(recorded));
    if (other != null) {
      all.put("open_loop_feedback_rms", efforts(other));
    }
    return all;
  }

  private static Map<String, Map<String, @Nullable Double>> efforts(ReplayOutcome outcome) {
    Map<String, Map<String, @Nullable Double>> all = new LinkedHashMap<>();
    for (int i = 0; i < outcome.actuators().size(); i++) {
      Map<String, @Nullable Double> one = new LinkedHashMap<>();
      one.put("whole", finite(outcome.effort()[i]));
      one.put("last_10s", finite(outcome.effortLast()[i]));
      all.put(outcome.actuators().get(i), one);
    }
    return all;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private String text() {
    Difference difference = recorded.difference();
    String speed =
        String.format(
            Locale.ROOT,
            "%d beats, %.3f s, %.0f times real time",
            recorded.beats(),
            recorded.robotSeconds(),
            recorded.timesRealTime());
    if (difference != null) {
      return "DIFFERENT, first in " + difference.text() + "; " + speed;
    }
    String compared =
        "identical: every command, and %d times all that was learned; "
            .formatted(recorded.digests());
    return compared
        + speed
        + (recorded.whole() ? "" : "; no further, because " + recorded.ending());
  }

  /** Beside the recorded learner, which saw the same. */
  private void printOther(OutputOptions output, ReplayOutcome tried) {
    System.out.println();
    System.out.println(
        output
            .screen()
            .wrapped(
                "Open loop: the other learner, from nothing, saw what the recorded one's robot did;"
                    + " with its own commands the robot would have done something else. What the"
                    + " feedback would have had to add to its part (rms):"));
    Table table =
        new Table(
            Column.text("actuator"),
            Column.number("recorded"),
            Column.number("last 10 s"),
            Column.number("other"),
            Column.number("last 10 s"));
    for (int i = 0; i < tried.actuators().size(); i++) {
      table.row(
          tried.actuators().get(i),
          number(recorded.effort()[i]),
          number(recorded.effortLast()[i]),
          number(tried.effort()[i]),
          number(tried.effortLast()[i]));
    }
    System.out.print(table.render(output.screen()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
