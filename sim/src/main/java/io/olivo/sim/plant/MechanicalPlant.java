package io.olivo.sim.plant;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plant given by its equation of motion, integrated by semi-implicit Euler.
 *
 * <pre>
 * dq += h ddq(q, dq, u),   q += h dq      h = dt / substeps
 * </pre>
 *
 * <p>Parameters are named arrays with defaults; a change takes effect at the next step.
 */
public abstract class MechanicalPlant implements Plant {
  private final int freedom;
  private final int substeps;
  private final Map<String, double[]> parameters = new TreeMap<>();
  private final double[] acceleration;

  /** Generalised positions [freedom], SI. */
  protected final double[] q;

  /** Generalised velocities [freedom], SI. */
  protected final double[] dq;

  /**
   * @param freedom number of generalised positions
   * @param substeps integration steps per tick
   */
  protected MechanicalPlant(int freedom, int substeps) {
    this.freedom = freedom;
    this.substeps = substeps;
    q = new double[freedom];
    dq = new double[freedom];
    acceleration = new double[freedom];
  }

  /** Declares a parameter; the array returned always holds its present value. */
  protected final double[] parameter(String name, double... initial) {
    double[] values = initial.clone();
    parameters.put(name, values);
    return values;
  }

  /**
   * The equation of motion at the present {@link #q} and {@link #dq}.
   *
   * @param command [input]
   * @param ddq filled [freedom]
   */
  protected abstract void acceleration(double[] command, double[] ddq);

  @Override
  public void start(double[] pose, Chance chance) {
    Arrays.fill(q, 0);
    Arrays.fill(dq, 0);
    System.arraycopy(pose, 0, q, 0, Math.min(pose.length, freedom));
  }

  @Override
  public void set(String parameter, double... values) {
    double[] known = parameters.get(parameter);
    if (known == null) {
      throw new IllegalArgumentException(
          "%s has no parameter \"%s\"; it has %s"
              .formatted(name(), parameter, String.join(", ", parameters.keySet())));
    }
    if (known.length != values.length) {
      throw new IllegalArgumentException(
          "%s.%s takes %d numbers, got %d"
              .formatted(name(), parameter, known.length, values.length));
    }
    System.arraycopy(values, 0, known, 0, known.length);
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    double h = dtSeconds / substeps;
    for (int s = 0; s < substeps; s++) {
      acceleration(command, acceleration);
      for (int i = 0; i < freedom; i++) {
        dq[i] += h * acceleration[i];
        q[i] += h * dq[i];
      }
    }
  }

  /** Positions, velocities, parameters; a plant that keeps more adds it. */
  @Override
  public void save(StateWriter out) {
    out.put("plant.q", q);
    out.put("plant.dq", dq);
    parameters.forEach((name, values) -> out.put("plant.parameter." + name, values));
  }

  @Override
  public void load(StateReader in) {
    in.get("plant.q", q);
    in.get("plant.dq", dq);
    parameters.forEach((name, values) -> load(in, "plant.parameter." + name, values));
  }

  /** A parameter that is younger than the file keeps its value. */
  private static void load(StateReader in, String name, double[] values) {
    if (in.has(name)) {
      in.get(name, values);
    }
  }

  @Override
  public void outputs(double[] out) {
    System.arraycopy(q, 0, out, 0, out.length);
  }

  @Override
  public void truth(double[] out) {
    System.arraycopy(q, 0, out, 0, out.length);
  }
}
