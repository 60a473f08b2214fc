package io.olivo.learning.textbook;

import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * The integral of the feedback's effort; together with proportional and derivative feedback a PID.
 *
 * <pre>
 * I_j = clamp(I_j + k u_fb,j dt, -limit_j, limit_j)
 *
 * u_fb + I = kp e + kd de + k integral(kp e + kd de) = (kp + k kd) e + k kp integral(e) + kd de
 * </pre>
 *
 * <p>so that it is a PID with the gains (kp + k kd, k kp, kd), but for a constant: the first error.
 * Clamping I at the learned limit is the anti-windup. I is a memory of the recent past, no
 * knowledge: an interruption clears it, and frozen it stands still. Source: Astrom and Murray
 * (2008), Feedback Systems, ch. 10.
 */
@HotPath
public final class IntegralAction implements Learner {
  /**
   * k [1/s] of a cautious PID, with half the proportional gain as its integral gain per second. On
   * the bench arm the error goes on falling up to 20 and grows again at 40.
   */
  public static final double STANDARD_RATE = .5;

  /** k [1/s] of the best PID on the bench arm that stayed stable with every seed tried. */
  public static final double FAST_RATE = 20;

  private final double share; // k dt
  private final double[] limit; // [output] in actuator units
  private final double[] integral; // I [output] in actuator units
  private boolean frozen;

  /**
   * An empty integral.
   *
   * @param limit largest learned command [output] in actuator units
   * @param rate k [1/s]
   * @param dtSeconds tick length
   */
  public IntegralAction(double[] limit, double rate, double dtSeconds) {
    this.limit = limit.clone();
    share = rate * dtSeconds;
    integral = new double[limit.length];
  }

  @Override
  public int outputs() {
    return integral.length;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    System.arraycopy(integral, 0, learned, 0, integral.length);
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (frozen || !teaching.hasError()) {
      return;
    }
    for (int j = 0; j < integral.length; j++) {
      double next = integral[j] + share * teaching.error(j);
      if (!Double.isNaN(next)) {
        integral[j] = next < -limit[j] ? -limit[j] : next > limit[j] ? limit[j] : next;
      }
    }
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {
    Arrays.fill(integral, 0);
  }

  @Override
  public void save(StateWriter out) {
    out.put("integral", integral);
  }

  @Override
  public void load(StateReader in) {
    in.get("integral", integral);
  }
}
