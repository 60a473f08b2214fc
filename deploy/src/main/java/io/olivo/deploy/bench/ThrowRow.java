package io.olivo.deploy.bench;

import io.olivo.sim.throwing.Teachers;
import io.olivo.sim.throwing.ThrowOutcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One arm that learned to throw, over all seeds.
 *
 * @param arm by what it was taught
 * @param outcomes by seed
 */
public record ThrowRow(Teachers arm, List<ThrowOutcome> outcomes) {
  /** Keeps its own copy. */
  public ThrowRow {
    outcomes = List.copyOf(outcomes);
  }

  /** Share of the judged throws that hit. */
  public Statistics hits() {
    return over(ThrowOutcome::hits);
  }

  /** The smallest share of hits. */
  public double leastHits() {
    return outcomes.stream().mapToDouble(ThrowOutcome::hits).min().orElse(Double.NaN);
  }

  /** Median miss of the judged throws [m]. */
  public Statistics miss() {
    return over(ThrowOutcome::median);
  }

  /** Nine of ten judged throws miss by less [m]. */
  public Statistics nineOfTen() {
    return over(ThrowOutcome::nineOfTen);
  }

  /** Median miss of one block of throws [m]. */
  public Statistics block(int block) {
    return over(outcome -> outcome.curve()[block]);
  }

  /** The largest command of all seeds, over its limit. */
  public double largestCommand() {
    return outcomes.stream().mapToDouble(ThrowOutcome::largestCommand).max().orElse(Double.NaN);
  }

  /** Time of a tick [us]. */
  public Statistics micros() {
    return over(ThrowOutcome::micros);
  }

  private Statistics over(ToDoubleFunction<ThrowOutcome> figure) {
    return Statistics.of(outcomes.stream().mapToDouble(figure).toArray());
  }
}
