package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RuleBench;
import io.olivo.deploy.bench.RulePage;
import io.olivo.deploy.bench.RuleReport;
import io.olivo.deploy.bench.RuleResults;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.report.HtmlReport;
import io.olivo.deploy.session.SilentLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Learning rules of layered nets against backprop and against the nulls. */
@DesktopOnly
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "Learning rules of layered nets, against backprop on the same net and seed, and against"
          + " nulls: the last layer alone, and feedback that is drawn anew for every step.",
      "Results are of rows that were never learned from. The same seed gives the same results on"
          + " every machine; times are ratios of this run. docs/rules.md says what each rule is."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench rules                                  all rules, small digits",
      "  olivo bench rules --rules fa,kp,dfa --seeds 1-5 --json",
      "  olivo bench rules --data fashion-mnist --batch 64",
      "  olivo bench rules --data fashion-mnist --batch 1   one streamed pass",
      "  olivo bench rules --data arm --replay 0            motion, nothing replayed",
      "  olivo bench rules --rules all --html rules.html",
      "  olivo bench rules --doc docs/rules.md --from digits.json,arm.json",
      "  olivo bench rules --validate --rate .01 --seeds 1000"
    })
final class RulesCommand implements Callable<Integer> {
  @Mixin private RulesOptions options = new RulesOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the results as a page, too.")
  private @Nullable Path html;

  @Option(
      names = "--doc",
      paramLabel = "FILE",
      description = "Measure nothing; write the page on all rules from recorded results.")
  private @Nullable Path doc;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "FILE",
      description = "Results for --doc, as --json printed them.")
  private List<Path> from = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (doc != null) {
      Files.writeString(doc, new RulePage(recorded()).text());
      return ExitCode.OK;
    }
    RuleResults results = measure(bench());
    if (output.json()) {
      output.print(new RulesJson(results, Typed.of(command)).json());
    } else {
      System.out.print(new RulesTable(results).text(output.screen()));
    }
    if (html != null) {
      HtmlReport.write(new RuleReport(results, Typed.of(command)).report(), html);
      output.note("page: " + html.toAbsolutePath().toUri());
    }
    return ExitCode.OK;
  }

  private List<JsonNode> recorded() {
    if (from.isEmpty()) {
      throw Usage.error(command, "--doc needs --from with files that --json filled");
    }
    for (Path file : from) {
      if (!Files.isRegularFile(file)) {
        throw Usage.error(command, "--from: there is no file " + file);
      }
    }
    return from.stream().map(file -> JsonMapper.shared().readTree(file.toFile())).toList();
  }

  private RuleBench bench() {
    try {
      return options.bench();
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private RuleResults measure(RuleBench bench) throws InterruptedException {
    SilentLogs.impose(); // ND4J writes to the standard output
    String task = bench.plan().task().toString();
    StepProgress progress = new StepProgress(output, task, bench.runs() + " runs", steps(bench));
    RuleResults results = bench.run(progress::done);
    progress.end();
    return results;
  }

  private long steps(RuleBench bench) {
    try {
      return bench.steps();
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }
}
