package io.olivo.learning.expansion;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * A recurrent network with fixed random connections that hears its inputs and its own readout.
 * Unlike the other expansions it has a memory: its units tell of the recent past, too.
 *
 * <pre>
 * tau dx/dt = -x + 1.5 J f + J_i [1, inputs] + J_z z,   f = tanh(x)
 * J: one connection of ten, normal with variance 1/(.1 N);  J_i, J_z uniform in (-1, 1);  tau 10 ms
 * </pre>
 *
 * <p>Shapes: x and f N, inputs d, z the readout, each about in [-1, 1]. Integrated by Euler.
 * Source: Sussillo and Abbott (2009), Neuron 63:544, fig. 1A and table of parameters. Departs in
 * the constant input. Cost: N (N/10 + d) and N hyperbolic tangents.
 */
@HotPath
public final class Reservoir implements Expansion {
  private static final double GAIN = 1.5; // g, chaotic when left alone
  private static final double TAU = .01; // s
  private static final int ONE_OF = 10; // connections

  private final int[][] source; // [unit][connection] unit
  private final double[][] recurrent; // g J [unit][connection]
  private final double[][] fromInput; // J_i [unit][1 + input]
  private final double[][] fromReadout; // J_z [unit][output]
  private final double share; // dt / tau
  private final double[] potential; // x [unit]
  private final double[] rate; // f [unit]
  private final double[] heard; // z [output]

  /**
   * Draws the network; it begins at rest.
   *
   * @param units N
   * @param inputs d
   * @param outputs of the readout that it hears
   * @param dtSeconds tick length
   * @param chance the source of all connections
   */
  public Reservoir(int units, int inputs, int outputs, double dtSeconds, Chance chance) {
    int fanIn = Math.max(1, units / ONE_OF);
    source = new int[units][];
    recurrent = new double[units][fanIn];
    fromInput = new double[units][1 + inputs];
    fromReadout = new double[units][outputs];
    for (int i = 0; i < units; i++) {
      source[i] = RandomUnits.choose(fanIn, units, chance);
      Arrays.setAll(recurrent[i], j -> GAIN * chance.normal() / Math.sqrt(fanIn));
      Arrays.setAll(fromInput[i], j -> chance.uniform(-1, 1));
      Arrays.setAll(fromReadout[i], j -> chance.uniform(-1, 1));
    }
    share = Math.min(1, dtSeconds / TAU);
    potential = new double[units];
    rate = new double[units];
    heard = new double[outputs];
  }

  /**
   * Tells it what its readout came to, for the next tick.
   *
   * @param readout z [output], about in [-1, 1]
   */
  public void hear(double[] readout) {
    System.arraycopy(readout, 0, heard, 0, heard.length);
  }

  /** Forgets the past. */
  public void rest() {
    Arrays.fill(potential, 0);
    Arrays.fill(rate, 0);
    Arrays.fill(heard, 0);
  }

  @Override
  public int size() {
    return potential.length;
  }

  /** Goes on by one tick; inputs that are not numbers leave it as it was and fill NaN. */
  @Override
  public void fill(double[] inputs, double[] units) {
    if (!Double.isFinite(sum(inputs) + sum(heard))) {
      Arrays.fill(units, Double.NaN);
      return;
    }
    for (int i = 0; i < potential.length; i++) {
      potential[i] += share * (drive(i, inputs) - potential[i]);
    }
    for (int i = 0; i < rate.length; i++) {
      rate[i] = Elementary.tanh(potential[i]);
      units[i] = rate[i];
    }
  }

  private double drive(int unit, double[] inputs) {
    int[] from = source[unit];
    double[] weight = recurrent[unit];
    double drive = fromInput[unit][0];
    for (int j = 0; j < from.length; j++) {
      drive += weight[j] * rate[from[j]];
    }
    for (int j = 0; j < inputs.length; j++) {
      drive += fromInput[unit][1 + j] * inputs[j];
    }
    for (int j = 0; j < heard.length; j++) {
      drive += fromReadout[unit][j] * heard[j];
    }
    return drive;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    RandomUnits.save(out, "reservoir.source", source);
    out.put("reservoir.recurrent", recurrent);
    out.put("reservoir.input", fromInput);
    out.put("reservoir.readout", fromReadout);
    out.put("reservoir.potential", potential);
    out.put("reservoir.rate", rate);
    out.put("reservoir.heard", heard);
  }

  @Override
  public void load(StateReader in) {
    RandomUnits.load(in, "reservoir.source", source);
    in.get("reservoir.recurrent", recurrent);
    in.get("reservoir.input", fromInput);
    in.get("reservoir.readout", fromReadout);
    in.get("reservoir.potential", potential);
    in.get("reservoir.rate", rate);
    in.get("reservoir.heard", heard);
  }
}
