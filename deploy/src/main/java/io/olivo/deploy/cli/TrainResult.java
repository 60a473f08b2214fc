package io.olivo.deploy.cli;

import io.olivo.deploy.session.Version;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.training.Graduate;
import io.olivo.deploy.training.Score;
import io.olivo.deploy.training.TrainPlan;
import io.olivo.deploy.training.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code olivo train} tells and saves.
 *
 * @param plan of the training
 * @param graduates one per seed
 * @param file where the best is saved
 * @param command that repeats it
 */
record TrainResult(TrainPlan plan, List<Graduate> graduates, Path file, String command) {
  private Graduate best() {
    return Training.best(graduates);
  }

  /** Saves the best with where it comes from. */
  void save() {
    best().save(file, lineage());
  }

  private Map<String, String> lineage() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("train.digest", plan.digest());
    facts.put("train.steps", Long.toString(plan.steps()));
    facts.put("train.seeds", String.join(",", plan.seeds().stream().map(String::valueOf).toList()));
    facts.put("train.seed", Long.toString(best().seed()));
    facts.put("train.reward", Double.toString(best().score().reward()));
    facts.put("train.held", Double.toString(best().score().held()));
    return facts;
  }

  void print(OutputOptions output) {
    if (output.json()) {
      output.print(json());
    } else {
      System.out.print(text(output));
    }
  }

  private String text(OutputOptions output) {
    Table table =
        new Table(Column.number("seed"), Column.number("reward"), Column.number("held %"));
    for (Graduate one : graduates) {
      table.row(
          Long.toString(one.seed()),
          "%.3f".formatted(one.score().reward()),
          Double.isNaN(one.score().held()) ? "-" : "%.0f".formatted(100 * one.score().held()));
    }
    return table.render(output.screen())
        + "reward of a tick, and episodes that end as they should, on 50 bodies that nobody met\n"
        + "seed %d is saved to %s\n".formatted(best().seed(), file);
  }

  private Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("robot", plan.robot().name());
    object.put("software", Version.text());
    object.put("digest", plan.digest());
    object.put("steps", plan.steps());
    object.put("file", file.toString());
    object.put("best", best().seed());
    object.put("learners", graduates.stream().map(TrainResult::json).toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(Graduate one) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("seed", one.seed());
    object.putAll(json(one.score()));
    return object;
  }

  /** A score; JSON has no NaN. */
  static Map<String, @Nullable Object> json(Score score) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("reward", score.reward());
    object.put("held", Double.isNaN(score.held()) ? null : score.held());
    return object;
  }
}
