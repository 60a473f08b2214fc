package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.deploy.trust.FaultBench;
import io.olivo.deploy.trust.Judgement;
import io.olivo.deploy.trust.Promise;
import io.olivo.deploy.trust.PromisePage;
import io.olivo.deploy.trust.Promises;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks everything while the robot learns, and compares what happens with what was promised. */
@DesktopOnly
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Break everything, one thing at a time, while the robot learns.",
      "What must happen is stated before, in docs/faults.md. Exit code 1 when anything else did."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench faults",
      "  olivo bench faults --plant arm2 --faults dropout,freeze,learner-nan --seeds 1-10",
      "  olivo bench faults --json > faults.json    every seed by itself"
    })
final class FaultsCommand implements Callable<Integer> {
  @Option(
      names = "--plant",
      split = ",",
      description = "Robot files or names of ready ones (default: arm2,cart1,gaze2).")
  private List<Path> plants = List.of(Path.of("arm2"), Path.of("cart1"), Path.of("gaze2"));

  @Option(
      names = "--faults",
      split = ",",
      paramLabel = "KIND",
      description = "Kinds, as in a robot file, and learner-flipped, -huge, -nan (default: all).")
  private Set<String> kinds = new LinkedHashSet<>();

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-3).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L));

  @Mixin private JobsOption jobs = new JobsOption();

  @Option(
      names = "--promises",
      description = "Print what must happen, as it stands in docs/faults.md, and run nothing.")
  private boolean promises;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    if (promises) {
      System.out.print(PromisePage.text());
      return ExitCode.OK;
    }
    List<Judgement> judged = run(bench());
    if (output.json()) {
      output.print(new FaultsJson(judged, Typed.of(command)).json());
    } else {
      System.out.print(new FaultsTable(judged).text(output.screen()));
    }
    return judged.stream().allMatch(Judgement::passed) ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private FaultBench bench() {
    Set<String> known = new TreeSet<>(Promises.usual().stream().map(Promise::kind).toList());
    for (String kind : kinds) {
      require(
          known.contains(kind),
          "there is no fault \"%s\"; known are %s".formatted(kind, String.join(", ", known)));
    }
    return new FaultBench(
        plants.stream().map(this::plant).toList(), kinds, seeds.seeds(), jobs.count());
  }

  private RobotSpec plant(Path asked) {
    Path file = RobotArgument.find(asked);
    require(
        Files.isRegularFile(file),
        "there is no plant \"%s\"; name a robot file, or arm2, cart1 or gaze2".formatted(asked));
    return RobotFile.read(file);
  }

  private void require(boolean kept, String message) {
    if (!kept) {
      throw Usage.error(command, message);
    }
  }

  private List<Judgement> run(FaultBench bench) throws InterruptedException {
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    List<Judgement> judged =
        bench.run(
            done -> {
              if (!output.quiet()) {
                line.show(System.nanoTime(), progress(done, bench.runs()));
              }
            });
    if (!output.quiet()) {
      line.end(progress(bench.runs(), bench.runs()));
    }
    return judged;
  }

  private static Progress progress(int done, int all) {
    return new Progress(
        "faults", (double) done / all, "%d of %d runs".formatted(done, all), new double[0]);
  }
}
