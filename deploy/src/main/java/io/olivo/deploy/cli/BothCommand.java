package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ThrowBench;
import io.olivo.deploy.bench.ThrowRow;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.sim.throwing.Teachers;
import io.olivo.sim.throwing.ThrowTrial;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Error and reward together, against either alone. */
@DesktopOnly
@Command(
    name = "both",
    mixinStandardHelpOptions = true,
    description = {
      "Error and reward together: an arm learns to throw a light ball at a target.",
      "Nobody tells it of drag, headwind, a hand that opens late and a load that changes. Reward is"
          + " minus the miss; the error is that of following the path. The same seed gives the"
          + " same results on every machine, except times."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench both                              everybody, 1000 throws, seeds 1-5",
      "  olivo bench both --arms both,error --seeds 1-20 --jobs 2",
      "  olivo bench both --throws 400 --json"
    })
final class BothCommand implements Callable<Integer> {
  private static final int THROWS = 1000;

  /** All arms, for the help. */
  static final class ArmNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Teachers.names().iterator();
    }
  }

  @Option(
      names = "--arms",
      split = ",",
      paramLabel = "ARM",
      completionCandidates = ArmNames.class,
      description = "What they are taught by: ${COMPLETION-CANDIDATES} (default: all).")
  private List<String> arms = Teachers.names();

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-5).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L, 4L, 5L));

  @Option(
      names = "--throws",
      description = "Throws of each arm; the last fifth is judged (default: ${DEFAULT-VALUE}).")
  private int count = THROWS;

  @Mixin private JobsOption jobs = new JobsOption();

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    ThrowBench bench = bench();
    List<ThrowRow> rows = measure(bench);
    if (output.json()) {
      output.print(new BothJson(bench, rows, Typed.of(command)).json());
    } else {
      System.out.print(new BothTable(bench, rows).text(output.screen()));
    }
    return ExitCode.OK;
  }

  private ThrowBench bench() {
    try {
      List<Teachers> asked = arms.stream().map(Teachers::of).distinct().toList();
      return new ThrowBench(new ThrowTrial(count), asked, seeds.seeds(), jobs.count());
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private List<ThrowRow> measure(ThrowBench bench) throws InterruptedException {
    StepProgress progress = new StepProgress(output, "both", bench.runs() + " runs", bench.steps());
    List<ThrowRow> rows = bench.run(progress::done);
    progress.end();
    return rows;
  }
}
