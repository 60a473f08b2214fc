package io.olivo.deploy.bench;

import io.olivo.deploy.wiring.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All runs of a bench.
 *
 * @param trial what was measured
 * @param learners in the order they were asked for
 * @param rows by learner, then by seed
 * @param alone the feedback alone, by seed
 */
public record Measured(Trial trial, List<Rule> learners, List<Row> rows, List<Row> alone) {
  /** Keeps its own copies. */
  public Measured {
    learners = List.copyOf(learners);
    rows = List.copyOf(rows);
    alone = List.copyOf(alone);
  }

  /** One learner's rows. */
  public List<Row> of(Rule learner) {
    return rows.stream().filter(row -> row.learner() == learner).toList();
  }

  /** Names of all figures, in order. */
  public Set<String> figureNames() {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.figures().keySet()));
    return names;
  }

  /** One learner's figures over its seeds. */
  public Map<String, Statistics> summary(Rule learner) {
    List<Row> its = of(learner);
    Map<String, Statistics> summary = new LinkedHashMap<>();
    for (String name : its.getFirst().figures().keySet()) {
      double[] values = its.stream().mapToDouble(row -> row.figures().get(name)).toArray();
      summary.put(name, Statistics.of(values));
    }
    return summary;
  }

  /** The seeds on which one learner made things worse. */
  public List<Long> divergedSeeds(Rule learner) {
    return of(learner).stream().filter(Row::diverged).map(Row::seed).toList();
  }
}
