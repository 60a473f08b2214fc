package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RewardBench;
import io.olivo.deploy.bench.RewardReport;
import io.olivo.deploy.bench.RewardRow;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learners from reward, on tasks that others use, too. */
@DesktopOnly
@Command(
    name = "reward",
    mixinStandardHelpOptions = true,
    description = {
      "Learning from reward: how many steps until the greedy policy solves a task, and whether it"
          + " still does at the end.",
      "Tasks have Gymnasium's equations, beginnings and time limits, where it has them. The same"
          + " seed gives the same results on every machine, except times."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench reward                                  everybody on CartPole-v1",
      "  olivo bench reward --env Pendulum-v1 --seeds 1-20 --jobs 2",
      "  olivo bench reward --env Acrobot-v1,CartPole-v1 --algo olivo,wp,random --json",
      "  olivo bench reward --env CartPole-v1 --steps 50000 --html reward.html",
      "  olivo bench reward --env Pendulum-v1 --late 1 --noise .02",
      "  olivo bench reward --env Pendulum-v1 --steps 30000 --change 15000:gain=-1"
    })
final class RewardCommand implements Callable<Integer> {
  @Mixin private RewardOptions options = new RewardOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the results as a page, too.")
  private @Nullable Path html;

  @Override
  public Integer call() throws InterruptedException, IOException {
    List<RewardRow> rows = measure(bench());
    if (output.json()) {
      output.print(new RewardJson(rows, Typed.of(command)).json());
    } else {
      System.out.print(new RewardTable(rows).text(output.screen()));
    }
    if (html != null) {
      HtmlReport.write(new RewardReport(rows, Typed.of(command)).report(), html);
      output.note("page: " + html.toAbsolutePath().toUri());
    }
    return ExitCode.OK;
  }

  private RewardBench bench() {
    try {
      return options.bench();
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private List<RewardRow> measure(RewardBench bench) throws InterruptedException {
    StepProgress progress =
        new StepProgress(output, "reward", bench.runs() + " runs", bench.steps());
    List<RewardRow> rows = bench.run(progress::done);
    progress.end();
    return rows;
  }
}
