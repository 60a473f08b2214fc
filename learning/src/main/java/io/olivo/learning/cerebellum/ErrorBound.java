package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;

/**
 * Bounds wild errors: one bad reading must not undo what thousands of good ones have taught.
 *
 * <pre>
 * e' = clip(e, -20 t, 20 t)
 * t += (|e'| - t)/500,  t at least .001 s        typical error; s: deviation of the output
 * </pre>
 *
 * <p>A change that lasts is let through soon: t grows by up to 4 % a row. Source: Huber (1964),
 * Annals of Mathematical Statistics 35:73 (bounded influence).
 */
@HotPath
final class ErrorBound {
  private static final double WILD = 20;
  private static final double RATE = 1. / 500;
  private static final double LEAST = .001;

  private final RunningScale scale;
  private final double[] typical; // t [output]

  /**
   * Errors as large as the outputs are typical at first.
   *
   * @param scale of the outputs
   * @param outputs how many
   */
  ErrorBound(RunningScale scale, int outputs) {
    this.scale = scale;
    typical = new double[outputs];
    restart();
  }

  /** All is learned anew. */
  void restart() {
    for (int j = 0; j < typical.length; j++) {
      typical[j] = scale.deviation(j);
    }
  }

  /** e' of one output's error e. */
  double bounded(int output, double error) {
    double most = WILD * Math.max(typical[output], LEAST * scale.deviation(output));
    double bounded = error > most ? most : error < -most ? -most : error;
    typical[output] += RATE * (Math.abs(bounded) - typical[output]);
    return bounded;
  }
}
