package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import java.util.Arrays;

/** The progress line of a run: how far, and the error over time. */
final class RunProgress {
  private static final int HISTORY = 60;

  private final boolean quiet;
  private final double seconds;
  private final String unit; // of a thousandth of the error
  private final ProgressLine line;
  private final double[] history = new double[HISTORY];

  RunProgress(OutputOptions output, double seconds, String unit) {
    quiet = output.quiet() || System.getenv("NOTIFY_SOCKET") != null; // a service has its status
    this.seconds = seconds;
    this.unit = unit;
    line = new ProgressLine(output.screen(), output.notes());
    Arrays.fill(history, Double.NaN);
  }

  /** Shows where the run stands. */
  void show(double atSeconds, double error) {
    if (!quiet) {
      remember(atSeconds, error);
      line.show(System.nanoTime(), at(atSeconds, error));
    }
  }

  void end(double atSeconds, double error) {
    if (!quiet) {
      line.end(at(atSeconds, error));
    }
  }

  private void remember(double atSeconds, double error) {
    if (Double.isFinite(seconds)) {
      int slot = (int) Math.min(HISTORY - 1, atSeconds / seconds * HISTORY);
      history[Math.max(slot, 0)] = error;
    } else {
      System.arraycopy(history, 1, history, 0, HISTORY - 1);
      history[HISTORY - 1] = error;
    }
  }

  private Progress at(double atSeconds, double error) {
    double share = Double.isFinite(seconds) ? (atSeconds + .01) / seconds : Double.NaN;
    String detail =
        Double.isNaN(error)
            ? "%.1f s".formatted(atSeconds)
            : "%.1f s  error %.3g %s".formatted(atSeconds, error * 1e3, unit);
    return new Progress("run", share, detail, history);
  }
}
