package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.deploy.trust.Endurance;
import io.olivo.deploy.trust.EnduranceReport;
import io.olivo.deploy.trust.EnduranceReport.Mark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hours of robot time in which one short fault follows the other. */
@DesktopOnly
@Command(
    name = "endurance",
    mixinStandardHelpOptions = true,
    description = {
      "Let a robot learn for hours while one short fault follows the other, 10 to 60 s apart.",
      "The faults are those of \"olivo bench faults\" that must not stop it; robot time, as fast as"
          + " possible. Exit code 1 when a command left its limits, the heap grew by more than 8 MiB"
          + " or the last hour's error is above 1.25 times the first one's."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench endurance --hours 24 --plant cart1 --seed 1",
      "  olivo bench endurance --hours 0.1 --seed 1 --json",
      "  olivo bench endurance --hours 1 --plant gaze2 --calm"
    })
final class EnduranceCommand implements Callable<Integer> {
  private static final double HOUR = 3600; // s
  private static final double MOST_HOURS = 10_000;
  private static final double MEBIBYTE = 1 << 20;

  @Option(names = "--plant", description = "Robot file or the name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Option(names = "--hours", description = "Robot time (default: 1).")
  private double hours = 1;

  @Option(names = "--calm", description = "Break nothing: whether learning on costs accuracy.")
  private boolean calm;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    if (!(hours > 0 && hours <= MOST_HOURS)) {
      throw Usage.error(command, "--hours must be above 0 and at most 10000, got " + hours);
    }
    RobotSpec spec = RobotFile.read(RobotArgument.find(plant));
    long drawn = seed.value();
    long began = System.nanoTime();
    EnduranceReport report = run(spec, drawn);
    double wall = (System.nanoTime() - began) * 1e-9;
    print(spec, drawn, report, wall);
    return report.passed() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  /** Looked at every hour, and a shorter run halfway. */
  private EnduranceReport run(RobotSpec spec, long drawn) throws InterruptedException {
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    double seconds = hours * HOUR;
    double every = Math.min(HOUR, seconds / 2);
    EnduranceReport report =
        new Endurance(spec, drawn, seconds, every, !calm, now -> show(line, now / seconds)).run();
    if (!output.quiet()) {
      line.end(progress(1));
    }
    return report;
  }

  private void show(ProgressLine line, double share) {
    if (!output.quiet()) {
      line.show(System.nanoTime(), progress(share));
    }
  }

  private Progress progress(double share) {
    String detail = "%.2f of %.2f h".formatted(share * hours, hours);
    return new Progress("endurance", share, detail, new double[0]);
  }

  private void print(RobotSpec spec, long drawn, EnduranceReport report, double wallSeconds) {
    RunResult result = new RunResult();
    result.put("robot", spec.name());
    result.put("seed", drawn);
    result.put("robot_hours", report.robotSeconds() / HOUR);
    result.put("robot_seconds_per_second", report.robotSeconds() / wallSeconds);
    result.put("faults", report.faults());
    result.put("pauses", report.pauses());
    result.put("stops", report.stops());
    result.put("stood_s", report.stoodSeconds());
    result.put("put_back", report.putBack());
    result.put("guard_freezes", report.freezes());
    result.put("guard_rollbacks", report.rollbacks());
    result.put("violations", report.violations());
    result.put("heap_growth_mib", report.growth() / MEBIBYTE);
    result.put("error_last_over_first", report.errorRatio());
    result.put("passed", report.passed());
    if (output.json()) {
      result.put("marks", report.marks().stream().map(EnduranceCommand::json).toList());
    }
    result.print(output);
    if (!output.json()) {
      table(report.marks());
    }
  }

  private static Map<String, @Nullable Double> json(Mark mark) {
    Map<String, @Nullable Double> object = new LinkedHashMap<>();
    object.put("hours", mark.seconds() / HOUR);
    object.put("heap_mib", mark.heapBytes() / MEBIBYTE);
    object.put("largest_weight", mark.largestWeight());
    object.put("rms_error", Double.isFinite(mark.error()) ? mark.error() : null);
    return object;
  }

  private void table(List<Mark> marks) {
    System.out.print(new EnduranceTable(marks).text(output.screen()));
  }
}
