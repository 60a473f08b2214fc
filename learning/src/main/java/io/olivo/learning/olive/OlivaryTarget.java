package io.olivo.learning.olive;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * The command that the plant turns out to have needed, from which the climbing-fibre error is taken
 * against the weights of now.
 *
 * <pre>
 * s_j = (d_j - F d_j) / tau = F d'_j                 filtered acceleration of the error
 * i_j = c sum_i M_ji s_i                            what the feedback did not do yet
 * y_j = (F u_ff,j)(t-L) + F u_fb,j + i_j              target          [actuator units]
 * </pre>
 *
 * <p>F is one first-order lag of tau, the same as that of the traces; L the loop's lag; M_ji the
 * command of output j per acceleration of joint i; i_j is what the feedback did not do because the
 * error was still accelerating. Derivation: docs/derivations/olivary-target.md.
 */
@HotPath
public final class OlivaryTarget {
  private final double tau;
  private final double rate;
  private final TraceLine applied; // u_ff
  private final double[] feedback; // F u_fb
  private final double[] slow; // F d
  private final double[] acceleration; // s
  private final double[][] claim; // c M [output][joint]

  public OlivaryTarget(int outputs, double tauSeconds, double dtSeconds) {
    tau = tauSeconds;
    rate = dtSeconds / (tauSeconds + dtSeconds);
    applied = new TraceLine(outputs, rate);
    feedback = new double[outputs];
    slow = new double[outputs];
    acceleration = new double[outputs];
    claim = new double[outputs][outputs];
  }

  /** Tells c M_ji. */
  public void claim(int j, int i, double inertia) {
    claim[j][i] = inertia;
  }

  public void push(Teaching teaching, double[] appliedNow) {
    applied.push(appliedNow);
    for (int j = 0; j < feedback.length; j++) {
      feedback[j] += rate * (teaching.error(j) - feedback[j]);
      slow[j] += rate * (teaching.errorRate(j) - slow[j]);
      acceleration[j] = (teaching.errorRate(j) - slow[j]) / tau;
    }
  }

  /** y_j. */
  public double target(int j, int lag) {
    return applied.at(lag)[j] + feedback[j] + inertial(j);
  }

  /** i_j [actuator units]. */
  public double inertial(int j) {
    return Rows.dot(claim[j], acceleration);
  }

  /** F u_fb of output j [actuator units]. */
  public double feedback(int j) {
    return feedback[j];
  }

  public void reset() {
    applied.reset();
    Arrays.fill(feedback, 0);
    Arrays.fill(slow, 0);
    Arrays.fill(acceleration, 0);
  }

  public void save(StateWriter out) {
    applied.save(out, "target.applied");
    out.put("target.feedback", feedback);
    out.put("target.slow", slow);
    out.put("target.acceleration", acceleration);
  }

  public void load(StateReader in) {
    applied.load(in, "target.applied");
    in.get("target.feedback", feedback);
    in.get("target.slow", slow);
    in.get("target.acceleration", acceleration);
  }
}
