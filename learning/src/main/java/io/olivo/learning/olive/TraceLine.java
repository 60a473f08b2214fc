package io.olivo.learning.olive;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Eligibility: a row of values, low-passed and remembered for as long as the loop may lag.
 *
 * <pre>
 * f += a (x - f),   a = dt / (tau + dt);   at(L) = f of L ticks ago
 * </pre>
 *
 * <p>Source: Herreros, Arsiwalla and Verschure (2016): the trace is the forward model of the loop
 * that turns a command into the error.
 */
@HotPath
public final class TraceLine {
  static final int LENGTH = OliveConfig.LARGEST_LAG + 1;

  private final double rate;
  private final double[][] ring = new double[LENGTH][];
  private int newest;

  public TraceLine(int width, double rate) {
    this.rate = rate;
    for (int i = 0; i < LENGTH; i++) {
      ring[i] = new double[width];
    }
  }

  /** Adds this tick's row. */
  public void push(double[] row) {
    double[] before = ring[newest];
    newest = newest + 1 == LENGTH ? 0 : newest + 1;
    double[] now = ring[newest];
    for (int i = 0; i < now.length; i++) {
      now[i] = before[i] + rate * (row[i] - before[i]);
    }
  }

  /** The trace of {@code lag} ticks ago; 0 is the one pushed last. Not to be changed. */
  public double[] at(int lag) {
    int index = newest - lag;
    return ring[index < 0 ? index + LENGTH : index];
  }

  public void reset() {
    for (double[] row : ring) {
      Arrays.fill(row, 0);
    }
  }

  public void save(StateWriter out, String name) {
    out.put(out.name(name, ".newest"), (long) newest);
    out.put(out.name(name, ".ring"), ring);
  }

  public void load(StateReader in, String name) {
    newest = Math.floorMod((int) in.getLong(in.name(name, ".newest")), LENGTH);
    in.get(in.name(name, ".ring"), ring);
  }
}
