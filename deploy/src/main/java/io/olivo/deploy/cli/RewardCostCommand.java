package io.olivo.deploy.cli;

import io.olivo.deploy.bench.CostRace;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.sim.task.CostCase;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a step of learning from reward costs. */
@DesktopOnly
@Command(
    name = "reward-cost",
    mixinStandardHelpOptions = true,
    description = {
      "Processor time and garbage of a step of learning from reward, task and noise included.",
      "Learners take turns in rounds, so that compare numbers of one run only. Programs in other"
          + " languages can take part (--beside): one that answers every line with a number of"
          + " steps with the processor seconds that they took."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench reward-cost",
      "  olivo bench reward-cost --rounds 1000 --json",
      "  olivo bench reward-cost --beside \"/usr/bin/python3 docs/compare/stream_ac.py\"",
      "The last one is stream AC in PyTorch; get that with: apt install python3-torch"
    })
final class RewardCostCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 10_000;

  @Option(names = "--rounds", description = "How many, from 1 to 10000 (default: 200).")
  private int rounds = 200;

  @Option(names = "--seed", description = "Seed of the learners (default: 1).")
  private long seed = 1;

  @Option(
      names = "--beside",
      paramLabel = "COMMAND",
      description = "A program that takes turns with the learners; may be given several times.")
  private List<String> beside = List.of();

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw Usage.error(
          command, "--rounds must be from 1 to %d, got %d".formatted(MOST_ROUNDS, rounds));
    }
    RewardCostResult result = new RewardCostResult(rounds, race(), Typed.of(command));
    if (output.json()) {
      output.print(result.json());
    } else {
      System.out.print(result.text(output.screen()));
    }
    return ExitCode.OK;
  }

  private List<CostRace.Result> race() {
    output.note("warming up");
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    try {
      List<CostRace.Result> results =
          new CostRace(List.of(CostCase.values()), beside, rounds)
              .run(
                  seed,
                  done -> {
                    if (!output.quiet()) {
                      line.show(System.nanoTime(), progress(done));
                    }
                  });
      if (!output.quiet()) {
        line.end(progress(rounds));
      }
      return results;
    } catch (IOException e) {
      throw Usage.error(command, "--beside: " + e.getMessage());
    }
  }

  private Progress progress(int done) {
    return new Progress(
        "reward-cost",
        (double) done / rounds,
        "%d of %d rounds".formatted(done, rounds),
        new double[0]);
  }
}
