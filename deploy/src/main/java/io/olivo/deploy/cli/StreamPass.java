package io.olivo.deploy.cli;

import io.olivo.deploy.record.CsvRecord;
import io.olivo.deploy.record.StreamScore;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.learning.cerebellum.StreamRegressor;

/** Drives a learner along recorded streams, with a progress line and a clock. */
final class StreamPass {
  private static final double LATE = .8; // the last part begins here
  private static final double[] NO_HISTORY = {};
  private static final int PAUSE = 256; // rows between looks at the progress line

  private final StreamRegressor learner;
  private final int inputs;
  private final double[] input;
  private final double[] came;
  private final double[] predicted;
  private final OutputOptions output;
  private final ProgressLine line;
  private long learningNanos;
  private long learned;

  StreamPass(int inputs, int outputs, int features, long seed, OutputOptions output) {
    this.inputs = inputs;
    this.output = output;
    learner = new StreamRegressor(inputs, outputs, features, seed);
    input = new double[inputs];
    came = new double[outputs];
    predicted = new double[outputs];
    line = new ProgressLine(output.screen(), output.notes());
  }

  /** Predicts, then learns, on every row. */
  StreamScore learn(CsvRecord stream) {
    StreamScore score = new StreamScore(came.length, Math.round(LATE * stream.rows()));
    stream.forEach(
        row -> {
          split(row);
          long began = System.nanoTime();
          learner.predict(input, predicted);
          learner.learn(input, came);
          learningNanos += System.nanoTime() - began;
          learned++;
          score.add(predicted, came);
          show("learn", score, stream.rows());
        });
    end("learn", score);
    return score;
  }

  /** Predicts every row; nothing is learned. */
  StreamScore predict(CsvRecord stream) {
    StreamScore score = new StreamScore(came.length, 0);
    stream.forEach(
        row -> {
          split(row);
          learner.predict(input, predicted);
          score.add(predicted, came);
          show("test", score, stream.rows());
        });
    end("test", score);
    return score;
  }

  private void split(double[] row) {
    System.arraycopy(row, 0, input, 0, inputs);
    System.arraycopy(row, inputs, came, 0, came.length);
  }

  private void show(String task, StreamScore score, long rows) {
    if (!output.quiet() && score.rows() % PAUSE == 0) {
      line.show(System.nanoTime(), progress(task, score, (double) score.rows() / rows));
    }
  }

  private void end(String task, StreamScore score) {
    if (!output.quiet()) {
      line.end(progress(task, score, 1));
    }
  }

  private static Progress progress(String task, StreamScore score, double share) {
    double error = StreamScore.overall(score.whole());
    return new Progress(
        task, share, "%d rows  nMSE %.4f".formatted(score.rows(), error), NO_HISTORY);
  }

  /** Number of features in use. */
  int features() {
    return learner.features();
  }

  /** Mean time to predict and learn a row [us]. */
  double microsPerRow() {
    return learningNanos / 1e3 / Math.max(1, learned);
  }
}
