package io.olivo.learning;

/**
 * What a learner is told after a tick. Error-driven and reward-driven learners share this door;
 * either signal may be absent. One instance is filled anew every tick.
 */
public final class Teaching {
  /** How an episode ended. A time limit is not a terminal state. */
  public enum Ending {
    NONE,
    TERMINAL,
    TIME_LIMIT
  }

  private final double[] error; // [output] in actuator units: what the feedback had to add
  private final double[] errorRate; // [output] velocity-like error, in each joint's unit per second
  private boolean errorPresent;
  private int errorAgeTicks;
  private double reward;
  private boolean rewardPresent;
  private Ending ending = Ending.NONE;

  /**
   * @param outputs number of outputs of the learner
   */
  public Teaching(int outputs) {
    error = new double[outputs];
    errorRate = new double[outputs];
  }

  /** Forgets the tick before. */
  public void clear() {
    errorPresent = false;
    errorAgeTicks = 0;
    rewardPresent = false;
    reward = 0;
    ending = Ending.NONE;
  }

  /**
   * Tells the error of this tick.
   *
   * @param newError [output] in actuator units
   * @param newErrorRate velocity-like error [output], per second
   * @param ageTicks how many ticks ago the commands were given that it speaks of, as far as known
   */
  public void tellError(double[] newError, double[] newErrorRate, int ageTicks) {
    System.arraycopy(newError, 0, error, 0, error.length);
    System.arraycopy(newErrorRate, 0, errorRate, 0, errorRate.length);
    errorAgeTicks = ageTicks;
    errorPresent = true;
  }

  /** Tells the reward of this tick. */
  public void tellReward(double newReward) {
    reward = newReward;
    rewardPresent = true;
  }

  /** Tells that the episode ended with this tick. */
  public void tellEnding(Ending newEnding) {
    ending = newEnding;
  }

  /** Whether an error was told. */
  public boolean hasError() {
    return errorPresent;
  }

  /** The error of one output in actuator units. */
  public double error(int output) {
    return error[output];
  }

  /** The velocity-like error of one output [joint unit/s]. */
  public double errorRate(int output) {
    return errorRate[output];
  }

  /** How old the error is [ticks]. */
  public int errorAgeTicks() {
    return errorAgeTicks;
  }

  /** Whether a reward was told. */
  public boolean hasReward() {
    return rewardPresent;
  }

  /** The reward of this tick. */
  public double reward() {
    return reward;
  }

  /** How the episode ended, if it did. */
  public Ending ending() {
    return ending;
  }
}
