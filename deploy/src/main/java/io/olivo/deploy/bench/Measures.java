package io.olivo.deploy.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run, as far as it goes: error ratios, and what the scenario is about. Errors
 * in thousandths of their unit, times in s; NaN for what never happens.
 */
final class Measures {
  private static final int[][] WINDOWS = {
    {0, 10}, {10, 20}, {40, 60}, {60, 90}, {80, 120}, {270, 300}
  };
  private static final double[] LIMITS = {5, 2};

  private final Trial trial;
  private final Run learner;
  private final Run alone;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private Measures(Trial trial, Run learner, Run alone) {
    this.trial = trial;
    this.learner = learner;
    this.alone = alone;
  }

  /** All figures by name. */
  static Map<String, Double> of(Trial trial, Run learner, Run alone) {
    Measures measures = new Measures(trial, learner, alone);
    measures.ratios();
    switch (trial.scenario()) {
      case STEADY -> {}
      case PAYLOAD -> measures.payload();
      case PAYLOAD_FROM_START -> measures.error("steady_", 90, 120);
      case ABCA -> measures.abca();
    }
    measures.ofLearner();
    return measures.figures;
  }

  private void ratios() {
    for (int[] window : WINDOWS) {
      ratio("ratio_%d_%d".formatted(window[0], window[1]), window[0], window[1]);
    }
    double seconds = trial.seconds();
    figures.put("rmse_" + trial.unitKey(), 1e3 * learner.rms(2 * seconds / 3, seconds));
  }

  private void payload() {
    ratio("first_2_5s_vs_pd", 60, 62.5);
    error("first_2_5s_", 60, 62.5);
    recovery("first", 60, 100);
    error("steady_first_", 80, 100);
    error("second_2_5s_", 140, 142.5);
    recovery("second", 140, 180);
    error("", 160, 180);
  }

  private void abca() {
    error("a_", 50, 60);
    error("b_", 110, 120);
    error("c_", 170, 180);
    error("return_0_2_5_", 180, 182.5);
    error("return_2_5_5_", 182.5, 185);
    if (reaches(185)) {
      figures.put("return_over_a", learner.rms(182.5, 185) / learner.rms(50, 60));
    }
    error("a_end_", 230, 240);
  }

  private void ofLearner() {
    for (String name : List.of("slots", "lag_ticks")) {
      double value = learner.figure(name);
      if (!Double.isNaN(value)) {
        figures.put(name, value);
      }
    }
  }

  private boolean reaches(double until) {
    return until <= trial.seconds() + 1e-9;
  }

  private void ratio(String name, double from, double to) {
    if (reaches(to)) {
      figures.put(name, learner.rms(from, to) / alone.scale(from, to));
    }
  }

  private void error(String name, double from, double to) {
    if (reaches(to)) {
      figures.put(name + trial.unitKey(), 1e3 * learner.rms(from, to));
    }
  }

  private void recovery(String which, double change, double end) {
    for (double limit : LIMITS) {
      if (reaches(end)) {
        figures.put(
            "t%.0f_%s".formatted(limit, which), learner.recovery(change, end, 1e-3 * limit));
      }
    }
  }
}
