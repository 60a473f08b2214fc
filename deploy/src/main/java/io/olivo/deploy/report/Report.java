package io.olivo.deploy.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report shows. A part that is null is left out of the page.
 *
 * @param title the page's heading
 * @param subtitle lines under it: what was run, on what
 * @param seed what makes the run repeatable
 * @param date when it was run, as it is to be printed
 * @param version of the software
 * @param facts the tiles at the top
 */
public record Report(
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
  public Report {
    subtitle = List.copyOf(subtitle);
    facts = List.copyOf(facts);
  }
}
