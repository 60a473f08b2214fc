package io.olivo.learning.olive;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/** Rows of values, remembered as they were: at(n) is that of n ticks ago. */
@HotPath
public final class DelayLine {
  private final double[][] ring;
  private int newest;

  /**
   * @param longest largest delay [ticks]
   */
  public DelayLine(int width, int longest) {
    ring = new double[longest + 1][width];
  }

  /** Adds this tick's row. */
  public void push(double[] row) {
    newest = newest + 1 == ring.length ? 0 : newest + 1;
    System.arraycopy(row, 0, ring[newest], 0, row.length);
  }

  /** The row of so many ticks ago; 0 is the one pushed last. Not to be changed. */
  public double[] at(int ticks) {
    int index = newest - ticks;
    return ring[index < 0 ? index + ring.length : index];
  }

  /** Forgets all rows. */
  public void reset() {
    for (double[] row : ring) {
      Arrays.fill(row, 0);
    }
  }

  /** Writes all rows. */
  public void save(StateWriter out, String name) {
    out.put(out.name(name, ".newest"), (long) newest);
    out.put(out.name(name, ".ring"), ring);
  }

  /** Takes back what {@link #save} wrote. */
  public void load(StateReader in, String name) {
    newest = Math.floorMod((int) in.getLong(in.name(name, ".newest")), ring.length);
    in.get(in.name(name, ".ring"), ring);
  }
}
