package io.olivo.deploy.cli;

import io.olivo.deploy.replay.ReplayOutcome;
import io.olivo.deploy.replay.ReplayRun;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recorded run, done again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Do a recorded run again and compare every command, and once per second all that",
      "was learned, bit for bit. Nothing moves, and nothing but the recording is read.",
      "Exit code 1 when anything differs; the first difference is named."
    },
    footer = {
      "",
      "Examples:",
      "  olivo replay run.mcap",
      "  olivo replay run.mcap --until 30s --json",
      "  olivo replay run.mcap --learner other.yaml   (what would it have learned?)",
      "  olivo replay recordings/arm2-20261130T124229Z-4f1c-000003.mcap --from-start"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final Pattern PART = Pattern.compile("(.*-)(\\d{6})(\\.mcap)");

  @Parameters(paramLabel = "FILE", description = "A recording of olivo run --record.")
  private Path file = Path.of("");

  @Option(
      names = "--learner",
      paramLabel = "ROBOT",
      description = {
        "Take the learner, and only that, from this robot file, and let it learn from nothing",
        "beside the recording: what would the feedback have had to add to its part?"
      })
  private @Nullable Path learner;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "End at this robot time.")
  private double until = Double.POSITIVE_INFINITY;

  @Option(
      names = "--from-start",
      description = "Of a run in several files: from the first one on, up to FILE.")
  private boolean fromStart;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> parts = parts();
    ReplayOutcome recorded = replay(new ReplayRun(parts));
    ReplayOutcome other = null;
    if (learner != null && recorded.difference() == null) {
      RobotSpec robot = RobotFile.read(RobotArgument.find(learner));
      other = replay(new ReplayRun(parts).learner(robot));
    }
    new ReplayResult(file, recorded, other).print(output);
    return recorded.difference() == null ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private ReplayOutcome replay(ReplayRun run) throws IOException, InterruptedException {
    ProgressLine line = new ProgressLine(output.screen(), output.notes());
    if (!output.quiet()) {
      run.showing((share, seconds) -> line.show(System.nanoTime(), at(share, seconds)));
    }
    ReplayOutcome outcome = run.until(until).run();
    if (!output.quiet()) {
      line.end(at(1, outcome.robotSeconds()));
    }
    return outcome;
  }

  private static Progress at(double share, double seconds) {
    String detail = String.format(Locale.ROOT, "%.1f s", seconds);
    return new Progress("replay", share, detail, new double[0]);
  }

  private List<Path> parts() {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + ": there is no such file; olivo run ROBOT --record run.mcap makes one");
    }
    Matcher name = PART.matcher(String.valueOf(file.getFileName()));
    if (!fromStart || !name.matches()) {
      return List.of(file);
    }
    List<Path> parts = new ArrayList<>();
    for (int part = 1; part <= Integer.parseInt(name.group(2)); part++) {
      String other = String.format(Locale.ROOT, "%s%06d%s", name.group(1), part, name.group(3));
      parts.add(existing(file.resolveSibling(other)));
    }
    return parts;
  }

  private static Path existing(Path part) {
    if (!Files.isRegularFile(part)) {
      throw new IllegalArgumentException(
          part + ": is not there any more; leave out --from-start to begin with a later part");
    }
    return part;
  }
}
