package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ChangesBench;
import io.olivo.deploy.bench.ChangesReport;
import io.olivo.deploy.bench.ChangesRow;
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

/** Learners from reward whose body changes again and again. */
@DesktopOnly
@Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    description = {
      "Learning from reward while the body changes again and again: how soon the greedy policy is"
          + " as good as before, and whether that fades.",
      "Bodies are in turn one of six that return and one drawn anew that never does. Nobody tells"
          + " the learner. The same seed gives the same bodies to every learner, and the same"
          + " results on every machine, except times."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench changes                                 200 changes, with and without a bank",
      "  olivo bench changes --algo olivo-watchful --seeds 1-10 --json",
      "  olivo bench changes --changes 50 --html changes.html",
      "  olivo bench changes --env CartPole-v1 --phase-steps 20000 --bar 400"
    })
final class ChangesCommand implements Callable<Integer> {
  @Mixin private ChangesOptions options = new ChangesOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the results as a page, too.")
  private @Nullable Path html;

  @Override
  public Integer call() throws InterruptedException, IOException {
    List<ChangesRow> rows = measure(bench());
    if (output.json()) {
      output.print(new ChangesJson(rows, Typed.of(command)).json());
    } else {
      System.out.print(new ChangesTable(rows).text(output.screen()));
    }
    if (html != null) {
      HtmlReport.write(new ChangesReport(rows, Typed.of(command)).report(), html);
      output.note("page: " + html.toAbsolutePath().toUri());
    }
    return ExitCode.OK;
  }

  private ChangesBench bench() {
    try {
      return options.bench();
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private List<ChangesRow> measure(ChangesBench bench) throws InterruptedException {
    StepProgress progress =
        new StepProgress(output, "changes", bench.runs() + " runs", bench.steps());
    List<ChangesRow> rows = bench.run(progress::done);
    progress.end();
    return rows;
  }
}
