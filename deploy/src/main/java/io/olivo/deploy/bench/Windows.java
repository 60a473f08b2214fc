package io.olivo.deploy.bench;

/**
 * A run cut into equal windows, at most 150 and each at least a second.
 *
 * @param ends of the windows, since the reference began to move [s]
 * @param width of each [s]
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares them
record Windows(double[] ends, double width) {
  private static final double MOST = 150;

  static Windows of(double seconds) {
    double width = Math.max(1, Math.ceil(seconds / MOST));
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
