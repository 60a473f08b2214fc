package io.olivo.controller.feedback;

import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Proportional and derivative feedback on delay-aligned errors: what is measured now is compared
 * with what was desired when it was true.
 *
 * <pre>
 * e  = q_d(t - a) - q      de = dq_d(t - b) - v
 * u  = kp e + kd de        [actuator units]
 * </pre>
 *
 * <p>a is the age of the position readings, b that of the filtered velocities, both in ticks.
 * Without the alignment even a perfect model is left with a fifteenth of the feedback's error.
 */
@HotPath
public final class PdFeedback implements Feedback {
  private final int joints;
  private final int[] position; // [joint] channel
  private final int[] velocity; // [joint] channel
  private final double[] kp; // [joint]
  private final double[] kd; // [joint]
  private final int positionAge; // a [ticks]
  private final int velocityAge; // b [ticks]
  private final double[][] past; // [tick mod length] desired positions, then velocities
  private final double[] effort; // u [joint]
  private final double[] rate; // de [joint]
  private long tick;

  /**
   * @param position channel of each joint's position
   * @param velocity channel of each joint's velocity
   * @param kp gains [actuator unit per joint unit]
   * @param kd gains [actuator unit per joint unit/s]
   * @param positionAge age of the position readings [ticks]
   * @param velocityAge age of the velocity readings, filter included [ticks]
   */
  public PdFeedback(
      int[] position, int[] velocity, double[] kp, double[] kd, int positionAge, int velocityAge) {
    joints = position.length;
    if (velocity.length != joints || kp.length != joints || kd.length != joints) {
      throw new IllegalArgumentException(
          "skill.feedback needs one kp and one kd for each of the " + joints + " joints");
    }
    this.position = position.clone();
    this.velocity = velocity.clone();
    this.kp = kp.clone();
    this.kd = kd.clone();
    this.positionAge = positionAge;
    this.velocityAge = velocityAge;
    past = new double[Math.max(positionAge, velocityAge) + 1][2 * joints];
    effort = new double[joints];
    rate = new double[joints];
  }

  @Override
  public int outputs() {
    return joints;
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    remember(desired);
    double[] wasPosition = past[slot(positionAge)];
    double[] wasVelocity = past[slot(velocityAge)];
    for (int i = 0; i < joints; i++) {
      double error = wasPosition[i] - state[position[i]];
      rate[i] = wasVelocity[joints + i] - state[velocity[i]];
      effort[i] = kp[i] * error + kd[i] * rate[i];
      command[i] = effort[i];
    }
    tick++;
  }

  private void remember(double[] desired) {
    int first = tick == 0 ? 0 : slot(0);
    int last = tick == 0 ? past.length - 1 : first;
    for (int i = first; i <= last; i++) {
      System.arraycopy(desired, 0, past[i], 0, 2 * joints);
    }
  }

  private int slot(int age) {
    return (int) ((tick + past.length - age) % past.length);
  }

  @Override
  public void teach(Teaching teaching) {
    teaching.tellError(effort, rate, positionAge);
  }

  @Override
  public boolean tune(int output, double newKp, double newKd) {
    kp[output] = newKp;
    kd[output] = newKd;
    return true;
  }

  @Override
  public void restart() {
    tick = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put("feedback.past", past);
    out.put("feedback.tick", tick);
  }

  @Override
  public void load(StateReader in) {
    in.get("feedback.past", past);
    tick = Math.max(in.getLong("feedback.tick"), 0);
  }
}
