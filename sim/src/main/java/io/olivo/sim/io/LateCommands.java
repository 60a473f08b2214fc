package io.olivo.sim.io;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Commands that reach the motors late. One that arrives in mid-tick counts for the rest of it.
 *
 * <pre>
 * d = latency / dt,   k = floor(d),   f = d - k
 * u_t = (1 - f) c_(t-k) + f c_(t-k-1)         the mean over the tick of what has arrived
 * </pre>
 *
 * <p>Shapes: c, u [plant input]. Units: latency and dt s, c and u the input's.
 */
@HotPath
final class LateCommands {
  private static final double LONGEST = .5; // s
  private static final double LEAST_FRACTION = 1e-9; // of a tick; less is rounding

  private final double dtSeconds;
  private final double[][] ring; // c of the last ticks [tick % length][input]
  private final double[] arrived; // u
  private final double[] latency = new double[1]; // s
  private int ticks; // k
  private double fraction; // f
  private int newest;

  LateCommands(int inputs, double dtSeconds) {
    this.dtSeconds = dtSeconds;
    ring = new double[(int) Math.ceil(LONGEST / dtSeconds) + 2][inputs];
    arrived = new double[inputs];
  }

  /** From now on commands take so long [s]. */
  void set(double seconds) {
    if (!(seconds >= 0 && seconds <= LONGEST)) {
      throw new IllegalArgumentException("latency must be 0 to " + LONGEST + " s, got " + seconds);
    }
    latency[0] = seconds;
    double late = seconds / dtSeconds;
    ticks = (int) Math.floor(late + LEAST_FRACTION);
    fraction = Math.max(0, late - ticks);
    fraction = fraction < LEAST_FRACTION ? 0 : fraction;
  }

  /** What drives the plant in the next tick, when this is what was commanded last. */
  double[] follow(double[] commanded) {
    newest = newest + 1 == ring.length ? 0 : newest + 1;
    System.arraycopy(commanded, 0, ring[newest], 0, arrived.length);
    double[] late = ago(ticks);
    if (fraction == 0) {
      return late;
    }
    double[] later = ago(ticks + 1);
    for (int i = 0; i < arrived.length; i++) {
      arrived[i] = (1 - fraction) * late[i] + fraction * later[i];
    }
    return arrived;
  }

  private double[] ago(int before) {
    return ring[Math.floorMod(newest - before, ring.length)];
  }

  /** Nothing is on its way. */
  void restart() {
    for (double[] command : ring) {
      Arrays.fill(command, 0);
    }
  }

  void save(StateWriter out) {
    out.put("robot.latency", latency);
    out.put("robot.late", ring);
    out.put("robot.newest", (long) newest);
  }

  void load(StateReader in) {
    in.get("robot.latency", latency);
    set(latency[0]);
    in.get("robot.late", ring);
    newest = Math.floorMod(in.getLong("robot.newest"), ring.length);
  }
}
