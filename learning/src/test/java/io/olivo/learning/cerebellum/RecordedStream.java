package io.olivo.learning.cerebellum;

import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.nio.file.Path;

/**
 * A stream of states and teaching in a file, and a process that feeds it to a saved learner: state
 * file in, outputs and the learner's state out.
 */
final class RecordedStream {
  private static final String[] COLUMNS = {"phase.sin", "phase.cos", "error", "rate", "applied"};

  private final double[][] column; // [COLUMNS][tick]

  private RecordedStream(double[][] column) {
    this.column = column;
  }

  /** What a learner that drives the disturbed plant sees and is told. */
  static RecordedStream of(Learner driver, int ticks) {
    Disturbed plant = new Disturbed();
    double[][] column = new double[COLUMNS.length][ticks];
    for (int t = 0; t < ticks; t++) {
      plant.push(t < ticks / 2 ? 2 : 6);
      plant.run(driver, Disturbed.DT);
      column[0][t] = t % 997 == 0 ? Double.NaN : plant.state[0]; // refused, too
      column[1][t] = plant.state[1];
      column[2][t] = plant.teaching.error(0);
      column[3][t] = plant.teaching.errorRate(0);
      column[4][t] = plant.learned[0];
    }
    return new RecordedStream(column);
  }

  static RecordedStream read(Path file) {
    StateReader in = new StateReader(StateFile.read(file));
    double[][] column = new double[COLUMNS.length][];
    for (int i = 0; i < COLUMNS.length; i++) {
      column[i] = in.values(COLUMNS[i]);
    }
    return new RecordedStream(column);
  }

  void write(Path file) {
    StateWriter out = new StateWriter("stream");
    for (int i = 0; i < COLUMNS.length; i++) {
      out.put(COLUMNS[i], column[i]);
    }
    StateFile.write(file, out.bytes());
  }

  int ticks() {
    return column[0].length;
  }

  /** What the learner answers to the ticks from one to before another. */
  double[] feed(Learner learner, int from, int to) {
    double[] outputs = new double[to - from];
    double[] learned = new double[1];
    Teaching teaching = new Teaching(1);
    for (int t = from; t < to; t++) {
      learner.act(new double[] {column[0][t], column[1][t]}, new double[0], learned);
      outputs[t - from] = learned[0];
      teaching.tellError(new double[] {column[2][t]}, new double[] {column[3][t]}, 0);
      learner.learn(teaching, new double[] {column[4][t]});
    }
    return outputs;
  }

  /** Arguments: stream, saved state, tick to go on from, file for the outputs. */
  public static void main(String[] args) {
    RecordedStream stream = read(Path.of(args[0]));
    Learner learner = Disturbed.measuring(2); // whatever seed the new one has
    learner.load(new StateReader(StateFile.read(Path.of(args[1]))));
    double[] outputs = stream.feed(learner, Integer.parseInt(args[2]), stream.ticks());
    StateWriter out = new StateWriter("cerebellum");
    learner.save(out);
    out.put("outputs", outputs);
    StateFile.write(Path.of(args[3]), out.bytes());
  }
}
