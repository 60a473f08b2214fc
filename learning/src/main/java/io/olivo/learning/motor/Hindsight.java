package io.olivo.learning.motor;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching;
import io.olivo.learning.olive.DelayLine;
import io.olivo.learning.olive.OlivaryTarget;
import io.olivo.learning.olive.OliveConfig;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Pairs of an input and the command that it turns out to have needed.
 *
 * <pre>
 * D    = L + tau                                       how long ago, L the loop's lag
 * x*   = x(t-D)
 * y*_j = (u_ff,j(t-D) + F u_fb,j + i_j) / limit_j    in shares of the output's limit
 * </pre>
 *
 * <p>F u_fb and i are those of {@link OlivaryTarget}, which are tau late. What was applied is known
 * without noise and needs no filter: F touches only what the feedback had to add, which dies out as
 * the net learns. A pair holds as long as the plant does, whoever gave the command, so it may be
 * learned again later. Why so, and what was tried: docs/derivations/net-target.md.
 */
@HotPath
final class Hindsight {
  private static final double TAU = .02; // s
  private static final double INERTIA_SHARE = 1.5; // c of the olivary target
  private static final int SETTLE = 3; // ticks

  private final OlivaryTarget olive;
  private final DelayLine inputs; // x
  private final DelayLine commands; // u_ff
  private final double[] limit; // [output] in actuator units
  private final int filterTicks; // tau
  private int delay; // D [ticks]
  private long sinceInterrupt; // ticks

  /**
   * @param inputCount length of x
   */
  Hindsight(int inputCount, OliveConfig config) {
    limit = config.outputLimits();
    olive = new OlivaryTarget(limit.length, TAU, config.dtSeconds());
    filterTicks = (int) Math.round(TAU / config.dtSeconds());
    int longest = OliveConfig.LARGEST_LAG + filterTicks;
    inputs = new DelayLine(inputCount, longest);
    commands = new DelayLine(limit.length, longest);
    delay = filterTicks;
  }

  /** Tells the loop's lag [ticks]. */
  void lag(int ticks) {
    delay = ticks + filterTicks;
  }

  /** Tells the command of output j per acceleration of joint i. */
  void inertia(int j, int i, double inertia) {
    olive.claim(j, i, INERTIA_SHARE * inertia);
  }

  /** Takes the tick just done. */
  void push(double[] input, Teaching teaching, double[] applied) {
    inputs.push(input);
    commands.push(applied);
    olive.push(teaching, applied);
    sinceInterrupt++;
  }

  /** Whether enough ticks were taken since the last interruption. */
  boolean isReady() {
    return sinceInterrupt > delay + SETTLE;
  }

  /** x*. Not to be changed. */
  double[] input() {
    return inputs.at(delay);
  }

  /**
   * Computes y*.
   *
   * @param most largest size of it [1]
   * @param wanted filled [output]
   */
  void wanted(double most, double[] wanted) {
    double[] command = commands.at(delay);
    for (int j = 0; j < wanted.length; j++) {
      double missing = olive.feedback(j) + olive.inertial(j);
      wanted[j] = (command[j] + missing) / limit[j];
    }
    Rows.bound(wanted, most);
  }

  /** How wrong the command of then was: the sum over outputs of |F u_fb + i| / limit. */
  double surprise() {
    double sum = 0;
    for (int j = 0; j < limit.length; j++) {
      sum += Math.abs(olive.feedback(j) + olive.inertial(j)) / limit[j];
    }
    return sum;
  }

  /** Continuity is broken: nothing is paired across the gap. */
  void interrupt() {
    sinceInterrupt = 0;
    olive.reset();
  }

  void save(StateWriter out) {
    out.put("hindsight.since", sinceInterrupt);
    inputs.save(out, "hindsight.inputs");
    commands.save(out, "hindsight.commands");
    olive.save(out);
  }

  void load(StateReader in) {
    sinceInterrupt = in.getLong("hindsight.since");
    inputs.load(in, "hindsight.inputs");
    commands.load(in, "hindsight.commands");
    olive.load(in);
  }
}
