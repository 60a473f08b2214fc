package io.olivo.deploy.bench;

/**
 * A run cut into equal windows: of a second, in longer runs of 2.5 s or a multiple, which is a
 * round of the figure of eight, so that all windows hold the same motion.
 *
 * @param ends of the windows, since the reference began to move [s]
 * @param width of each [s]
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares them
record Windows(double[] ends, double width) {
  private static final double ROUND_SECONDS = 2.5;
  private static final double SHORT_SECONDS = 60;
  private static final double ROUNDS = 160; // the most that are worth drawing

  static Windows of(double seconds) {
    double rounds = Math.max(1, Math.ceil(seconds / ROUND_SECONDS / ROUNDS));
    double width = seconds < SHORT_SECONDS ? 1 : ROUND_SECONDS * rounds;
    double[] ends = new double[(int) (seconds / width)];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (i + 1) * width;
    }
    return new Windows(ends, width);
  }

  double[] ratios(Run learner, Run alone) {
    double[] ratios = new double[ends.length];
    for (int i = 0; i < ends.length; i++) {
      double from = ends[i] - width;
      ratios[i] = learner.rms(from, ends[i]) / alone.scale(from, ends[i]);
    }
    return ratios;
  }
}
