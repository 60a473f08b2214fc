package io.olivo.deploy.bench;

import io.olivo.sim.task.ChangesOutcome;
import io.olivo.sim.task.ChangesTrial;
import io.olivo.sim.task.Recovery;
import io.olivo.sim.task.RewardAlgos;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How one learner got over the changes of its body, over all seeds.
 *
 * @param trial what happened to it
 * @param algo who learned
 * @param outcomes by seed
 */
public record ChangesRow(ChangesTrial trial, RewardAlgos algo, List<ChangesOutcome> outcomes) {
  /** Bodies that return. */
  public static final Predicate<Recovery> RETURNING = one -> one.body().returning();

  /** Bodies that never do. */
  public static final Predicate<Recovery> NEW = RETURNING.negate();

  /** All bodies. */
  public static final Predicate<Recovery> ALL = one -> true;

  private static final int BLOCKS = 8;
  private static final double TOLERATED = 1.1; // times the steps

  /** What the changes show about plasticity. */
  public enum Plasticity {
    /** The last quarter of the changes takes at most 1.1 times the steps of the first. */
    KEPT,
    /** It takes more. */
    LOST,
    /** Fewer than half of the changes were recovered from. */
    UNKNOWN
  }

  /** Keeps its own copy. */
  public ChangesRow {
    outcomes = List.copyOf(outcomes);
  }

  /** Some of the changes, on all seeds. */
  public ChangesTally tally(Predicate<Recovery> which) {
    return tally(0, trial.changes(), which);
  }

  /** Some of the changes after this many and up to that many, on all seeds. */
  public ChangesTally tally(int from, int to, Predicate<Recovery> which) {
    return ChangesTally.of(
        outcomes.stream().flatMap(one -> some(one, from, to).stream()).filter(which).toList(),
        trial.phaseSteps());
  }

  private static List<Recovery> some(ChangesOutcome outcome, int from, int to) {
    return outcome.recoveries().subList(from, to);
  }

  /** Where eight blocks of equal length end, in changes. */
  public List<Integer> blockEnds() {
    return IntStream.rangeClosed(1, BLOCKS)
        .map(block -> block * trial.changes() / BLOCKS)
        .boxed()
        .distinct()
        .filter(end -> end > 0)
        .toList();
  }

  /** Mean steps of each block, of some of the changes. */
  public double[] blockMeans(Predicate<Recovery> which) {
    return means(outcomes, which);
  }

  private double[] means(List<ChangesOutcome> of, Predicate<Recovery> which) {
    List<Integer> ends = blockEnds();
    return IntStream.range(0, ends.size())
        .mapToDouble(
            block ->
                new ChangesRow(trial, algo, of)
                    .tally(block == 0 ? 0 : ends.get(block - 1), ends.get(block), which)
                    .meanSteps())
        .toArray();
  }

  /** Mean steps of each block for each seed by itself [seed][block]. */
  double[][] blockMeansBySeed() {
    return outcomes.stream().map(one -> means(List.of(one), ALL)).toArray(double[][]::new);
  }

  /** How many changes the first and the last quarter have. */
  public int quarter() {
    return Math.max(1, trial.changes() / 4);
  }

  /** Mean steps of the last quarter over those of the first, of some of the changes. */
  public double lastOverFirst(Predicate<Recovery> which) {
    int all = trial.changes();
    return tally(all - quarter(), all, which).meanSteps() / tally(0, quarter(), which).meanSteps();
  }

  /** What they show about plasticity. */
  public Plasticity plasticity() {
    ChangesTally all = tally(ALL);
    if (2 * all.recovered() < all.changes()) {
      return Plasticity.UNKNOWN;
    }
    return lastOverFirst(ALL) > TOLERATED ? Plasticity.LOST : Plasticity.KEPT;
  }

  /** The same in a sentence. */
  public String answer() {
    ChangesTally all = tally(ALL);
    String who = "%s recovers from %d of %d".formatted(algo, all.recovered(), all.changes());
    String took =
        "the last %d changes took %.2f times the steps of the first %d"
            .formatted(quarter(), lastOverFirst(ALL), quarter());
    return switch (plasticity()) {
      case KEPT -> "%s and does not fade: %s.".formatted(who, took);
      case LOST -> "%s and fades: %s.".formatted(who, took);
      case UNKNOWN -> who + ", too few to say whether it fades.";
    };
  }

  /** Time of a step [us]. */
  public double medianMicros() {
    return Statistics.of(outcomes.stream().mapToDouble(ChangesOutcome::micros).toArray()).median();
  }
}
