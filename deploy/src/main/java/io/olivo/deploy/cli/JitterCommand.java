package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Collector;
import io.olivo.deploy.bench.JitterBench;
import io.olivo.deploy.bench.JitterPlan;
import io.olivo.deploy.bench.JitterRow;
import io.olivo.deploy.installation.DesktopOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How late a loop begins its ticks. */
@DesktopOnly
@Command(
    name = "jitter",
    mixinStandardHelpOptions = true,
    description = {
      "How late a loop begins its ticks, with each garbage collector, with and without another",
      "thread that makes garbage; each in a process of its own, at real-time priority, with memory",
      "locked, on one core. Percentiles count every tick that was due: one that was left out counts",
      "with the time until the loop was awake again, so that skipping hides nothing. Missed are the",
      "periods without a wake. cyclictest (package rt-tests) runs on another core at the same time",
      "and is counted in the same way; the two change cores half-way. Leave the machine alone",
      "meanwhile."
    },
    footer = {
      "",
      "Examples:",
      "  sudo olivo bench jitter --for 60s --beside cyclictest",
      "  olivo bench jitter --tick empty --collectors serial --priority 0 --for 10s --json",
      "  olivo bench jitter --garbage 0     only without garbage"
    })
final class JitterCommand implements Callable<Integer> {
  /** What else is measured. */
  enum Beside {
    CYCLICTEST
  }

  private static final double FASTEST_HERTZ = 5000;
  private static final int HIGHEST_PRIORITY = 80;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "Length of each run, two halves of whole seconds (default: 60s).")
  private double seconds = 60;

  @Option(names = "--rate", description = "Of the loop [Hz] (default: ${DEFAULT-VALUE}).")
  private double rate = 1000;

  @Option(
      names = "--tick",
      description = "whole: arm2 with its simulated plant; empty: nothing (default: whole).")
  private JitterPlan.TickKind tick = JitterPlan.TickKind.WHOLE;

  @Option(names = "--beside", description = "cyclictest: run it at the same time.")
  private @Nullable Beside beside;

  @Option(
      names = "--priority",
      description = "SCHED_FIFO of both, 1 to 80; 0 for none (default: ${DEFAULT-VALUE}).")
  private int priority = 50;

  @Option(
      names = "--cores",
      split = ",",
      arity = "1",
      paramLabel = "A,B",
      description = "Of the two (default: the last two of this machine).")
  private List<Integer> cores = lastTwo();

  @Option(
      names = "--collectors",
      split = ",",
      description = "Of serial, parallel, g1, zgc (default: all).")
  private List<Collector> collectors = List.of(Collector.values());

  @Option(
      names = "--garbage",
      description = "That another thread makes [MB/s]; 0 for none (default: ${DEFAULT-VALUE}).")
  private int garbage = 20;

  @Option(
      names = "--live",
      description = "Of it what is in use at a time [MB] (default: ${DEFAULT-VALUE}).")
  private int live = 20;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  private static List<Integer> lastTwo() {
    int all = Runtime.getRuntime().availableProcessors();
    return List.of(Math.max(0, all - 2), all - 1);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JitterPlan plan = plan();
    Set<String> told = new LinkedHashSet<>();
    JitterBench bench =
        new JitterBench(
            plan,
            RobotArgument.find(Path.of("arm2")),
            refused -> {
              if (told.add(refused)) {
                output.note(refused);
              }
            });
    bench.prepare();
    List<JitterRow> rows = new ArrayList<>();
    for (Collector collector : collectors) {
      for (boolean dirty : garbage > 0 ? new boolean[] {false, true} : new boolean[] {false}) {
        JitterRow row = bench.run(collector, dirty);
        rows.add(row);
        output.note(JitterResult.line(row));
      }
    }
    new JitterResult(plan, rows).print(output);
    return ExitCode.OK;
  }

  private JitterPlan plan() {
    require(seconds >= 2 && seconds < Double.POSITIVE_INFINITY, "--for must be 2s or more");
    require(rate >= 1 && rate <= FASTEST_HERTZ, "--rate must be 1 to 5000");
    require(priority >= 0 && priority <= HIGHEST_PRIORITY, "--priority must be 0 to 80");
    require(garbage >= 0 && garbage <= 2000, "--garbage must be 0 to 2000");
    require(live >= 0 && live <= 200, "--live must be 0 to 200, the heap has 512 MB");
    require(
        cores.size() == 2 && (beside == null || !cores.get(0).equals(cores.get(1))),
        "--cores must name two, and cyclictest needs one of its own");
    return new JitterPlan(
        seconds, rate, tick, priority, cores.get(0), cores.get(1), garbage, live, beside != null);
  }

  private void require(boolean right, String otherwise) {
    if (!right) {
      throw Usage.error(command, otherwise);
    }
  }
}
