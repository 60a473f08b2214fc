package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ChangesBench;
import io.olivo.sim.task.ChangesTrial;
import io.olivo.sim.task.RewardAlgos;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code olivo bench changes} shall measure. */
final class ChangesOptions {
  private static final double PENDULUM_BAR = -250;

  @Option(
      names = "--env",
      paramLabel = "TASK",
      completionCandidates = RewardOptions.TaskNames.class,
      description = "Task: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String task = "Pendulum-v1";

  @Option(
      names = "--algo",
      split = ",",
      completionCandidates = RewardOptions.AlgoNames.class,
      description =
          "Who learns: ${COMPLETION-CANDIDATES} (default: olivo-bodies,olivo-one-body,olivo).")
  private List<String> algos = List.of("olivo-bodies", "olivo-one-body", "olivo");

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-3).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L));

  @Option(names = "--changes", description = "How many (default: ${DEFAULT-VALUE}).")
  private int changes = 200;

  @Option(
      names = "--differing",
      paramLabel = "N",
      description =
          "Parameters of a new body that are drawn anew, 1 to 4 (default: ${DEFAULT-VALUE}).")
  private int differing = 1;

  @Option(
      names = "--phase-steps",
      paramLabel = "STEPS",
      description =
          "Steps of learning before the first change and after each (default: ${DEFAULT-VALUE}).")
  private long phaseSteps = 15_000;

  @Option(
      names = "--every",
      paramLabel = "STEPS",
      description = "Steps between two tests until one is passed (default: ${DEFAULT-VALUE}).")
  private long every = 250;

  @Option(
      names = "--bar",
      paramLabel = "RETURN",
      description =
          "Mean return of 20 greedy episodes that counts as recovered (default: -250 for"
              + " Pendulum-v1, else what solves the task).")
  private @Nullable Double bar;

  @Mixin private JobsOption jobs = new JobsOption();

  /**
   * The bench.
   *
   * @throws IllegalArgumentException when something asked for can't be
   */
  ChangesBench bench() {
    return new ChangesBench(
        new ChangesTrial(task, changes, differing, phaseSteps, every, bar()),
        algos.stream().map(RewardAlgos::of).distinct().toList(),
        seeds.seeds(),
        jobs.count());
  }

  private double bar() {
    if (bar != null) {
      return bar;
    }
    return task.equalsIgnoreCase("Pendulum-v1") ? PENDULUM_BAR : Double.NaN;
  }
}
