package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RewardBench;
import io.olivo.sim.task.Circumstances;
import io.olivo.sim.task.RewardAlgos;
import io.olivo.sim.task.RewardTrial;
import io.olivo.sim.task.Task;
import io.olivo.sim.task.TaskChange;
import io.olivo.sim.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code olivo bench reward} shall measure. */
final class RewardOptions {
  private static final int STEPS = 20_000;
  private static final int EVERY = 1000;

  /** All tasks, for the help. */
  static final class TaskNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Tasks.names().iterator();
    }
  }

  /** All learners, for the help. */
  static final class AlgoNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return RewardAlgos.names().iterator();
    }
  }

  @Option(
      names = "--env",
      split = ",",
      paramLabel = "TASK",
      completionCandidates = TaskNames.class,
      description = "Tasks: ${COMPLETION-CANDIDATES} (default: CartPole-v1).")
  private List<String> tasks = List.of("CartPole-v1");

  @Option(
      names = "--algo",
      split = ",",
      completionCandidates = AlgoNames.class,
      description = "Who learns: ${COMPLETION-CANDIDATES} (default: all that fit).")
  private List<String> algos = List.of();

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-5).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L, 4L, 5L));

  @Option(
      names = "--steps",
      description = "Steps of learning, evaluation not counted (default: ${DEFAULT-VALUE}).")
  private long steps = STEPS;

  @Option(
      names = "--every",
      description = "Steps between two checkpoints (default: ${DEFAULT-VALUE}).")
  private long every = EVERY;

  @Option(
      names = "--late",
      paramLabel = "STEPS",
      description = "Let every action take effect so many steps late; nobody is told.")
  private int late;

  @Option(
      names = "--noise",
      paramLabel = "SD",
      description = "Add normal noise of this size to every observed number.")
  private double noise;

  @Option(
      names = "--change",
      split = ",",
      paramLabel = "STEP:NAME=VALUE",
      description =
          "Change length, mass, gain, tilt or friction of the task in mid-run, as in"
              + " 10000:gain=-1,15000:length=1.5; step 0 is the beginning.")
  private List<String> changes = List.of();

  @Mixin private JobsOption jobs = new JobsOption();

  /**
   * The bench.
   *
   * @throws IllegalArgumentException when something asked for can't be
   */
  RewardBench bench() {
    List<TaskChange> parsed = changes.stream().map(RewardOptions::change).toList();
    Circumstances circumstances = new Circumstances(late, noise, parsed);
    List<RewardTrial> trials = new ArrayList<>();
    for (String task : tasks) {
      trials.add(new RewardTrial(task, circumstances, steps, every));
    }
    return new RewardBench(trials, algos(trials), seeds.seeds(), jobs.count());
  }

  /** Those asked for, or all that every task can have. */
  private List<RewardAlgos> algos(List<RewardTrial> trials) {
    List<Task> examples = trials.stream().map(RewardTrial::example).toList();
    if (algos.isEmpty()) {
      return Arrays.stream(RewardAlgos.values())
          .filter(algo -> examples.stream().allMatch(algo::fits))
          .toList();
    }
    List<RewardAlgos> asked = algos.stream().map(RewardAlgos::of).distinct().toList();
    asked.forEach(algo -> examples.forEach(algo::check));
    return asked;
  }

  private static TaskChange change(String text) {
    String[] parts = text.strip().split("[:=]", -1);
    try {
      if (parts.length == 3) {
        return new TaskChange(Long.parseLong(parts[0]), parts[1], Double.parseDouble(parts[2]));
      }
    } catch (NumberFormatException odd) {
      // falls through: not numbers
    }
    throw new IllegalArgumentException(
        "--change: \"%s\" is no change; write STEP:NAME=VALUE, as in 10000:gain=-1"
            .formatted(text));
  }
}
