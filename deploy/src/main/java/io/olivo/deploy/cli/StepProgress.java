package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import java.time.Duration;

/** The progress line of runs whose steps are known, with the time that is left. */
final class StepProgress {
  private static final double TOO_EARLY = .01; // share from which the time left can be told

  private final OutputOptions output;
  private final String task;
  private final String detail;
  private final long all;
  private final ProgressLine line;
  private final long begin = System.nanoTime();
  private long done;

  /**
   * @param all steps of all runs together
   */
  StepProgress(OutputOptions output, String task, String detail, long all) {
    this.output = output;
    this.task = task;
    this.detail = detail;
    this.all = all;
    line = new ProgressLine(output.screen(), System.err);
  }

  /** So many steps more, told by any thread. */
  synchronized void done(long some) {
    done += some;
    if (!output.quiet()) {
      line.show(System.nanoTime(), at(done / (double) all));
    }
  }

  synchronized void end() {
    if (!output.quiet()) {
      line.end(at(1));
    }
  }

  private Progress at(double share) {
    double seconds = (System.nanoTime() - begin) * 1e-9 * (1 - share) / Math.max(share, 1e-9);
    String left = share < TOO_EARLY || share >= 1 ? "" : ", " + minutes(seconds) + " left";
    return new Progress(task, share, detail + left, new double[0]);
  }

  private static String minutes(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return "%d:%02d min".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
