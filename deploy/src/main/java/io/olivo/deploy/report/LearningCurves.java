package io.olivo.deploy.report;

import java.util.List;
import java.util.Optional;

/**
 * How the tracking error of each learner goes over robot time.
 *
 * @param learners x: end of a 0.5 s window [s]; y: RMSE in it [mrad]
 * @param baseline the name of the series that does not learn
 * @param ours the name of the series the report is about
 * @param load when the load is on
 */
public record LearningCurves(List<Series> learners, String baseline, String ours, List<Band> load) {
  public LearningCurves {
    learners = List.copyOf(learners);
    load = List.copyOf(load);
  }

  Optional<Series> named(String name) {
    return learners.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
