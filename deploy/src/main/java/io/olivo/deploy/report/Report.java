package io.olivo.deploy.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report shows. A part that is null is left out of the page.
 *
 * @param title the page's heading
 * @param subtitle lines under it: what was run, on what
 * @param seed what makes the run repeatable, as in "seed 7"
 * @param date when it was run, as it is to be printed
 * @param version of the software
 * @param facts the tiles at the top
 * @param benchmarks one per plant; may be empty
 * @param rankings of things side by side; may be empty
 */
public record Report(
    String title,
    List<String> subtitle,
    String seed,
    String date,
    String version,
    List<Fact> facts,
    @Nullable LearningCurves curves,
    @Nullable Comparison comparison,
    @Nullable HandPath path,
    @Nullable Timing timing,
    List<Benchmark> benchmarks,
    List<Ranking> rankings,
    @Nullable Repeat repeat) {
  /**
   * How to get the same numbers again.
   *
   * @param command to type
   * @param note what else must be the same
   */
  public record Repeat(String command, String note) {}

  public Report {
    subtitle = List.copyOf(subtitle);
    facts = List.copyOf(facts);
    benchmarks = List.copyOf(benchmarks);
    rankings = List.copyOf(rankings);
  }

  /** Of one run. */
  public Report(
      String title,
      List<String> subtitle,
      long seed,
      String date,
      String version,
      List<Fact> facts,
      @Nullable LearningCurves curves,
      @Nullable Comparison comparison,
      @Nullable HandPath path,
      @Nullable Timing timing) {
    this(
        title,
        subtitle,
        "seed " + seed,
        date,
        version,
        facts,
        curves,
        comparison,
        path,
        timing,
        List.of(),
        List.of(),
        null);
  }
}
