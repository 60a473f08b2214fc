package io.olivo.actuators.safety;

import java.util.List;

/**
 * The last word on every command. It bounds the learned part first, then the sum: a value that is
 * not finite becomes the safe value, the range and the rate of change hold always. A learner can
 * change what is asked for, never what is allowed.
 */
public final class SafetyEnvelope {
  private final ActuatorLimits[] limits;
  private final double[] previous; // [actuator] the command of the tick before
  private final double[]
      safeStep; // [actuator] slope of the way to safe [unit/s], 0 while not on it
  private final boolean[] clipped; // [actuator] whether the last clip changed anything
  private final long[] clips; // [actuator] how many ticks were changed
  private final long[] refused; // [actuator] how many ticks asked for something not finite

  /** Starts from the safe values. */
  public SafetyEnvelope(List<ActuatorLimits> limits) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("an envelope needs at least one actuator");
    }
    this.limits = limits.toArray(new ActuatorLimits[0]);
    int n = limits.size();
    previous = new double[n];
    safeStep = new double[n];
    clipped = new boolean[n];
    clips = new long[n];
    refused = new long[n];
    for (int i = 0; i < n; i++) {
      previous[i] = this.limits[i].safe();
    }
  }

  /** Number of actuators. */
  public int size() {
    return limits.length;
  }

  /** The limits of one actuator. */
  public ActuatorLimits limits(int actuator) {
    return limits[actuator];
  }

  /**
   * Makes one tick's command.
   *
   * @param feedback the brainstem's part [actuator]
   * @param learned the learner's part [actuator]; bounded in place
   * @param command filled with the sum inside the envelope [actuator]
   * @param dtSeconds time since the command before
   */
  public void clip(double[] feedback, double[] learned, double[] command, double dtSeconds) {
    for (int i = 0; i < limits.length; i++) {
      double bounded = boundLearned(i, learned[i]);
      double wanted = feedback[i] + bounded;
      double allowed = allow(i, wanted, dtSeconds);
      clipped[i] = bounded != learned[i] || allowed != wanted;
      clips[i] += clipped[i] ? 1 : 0;
      learned[i] = bounded;
      command[i] = allowed;
      previous[i] = allowed;
      safeStep[i] = 0;
    }
  }

  /**
   * The command that is always right: the safe values, ramped if the robot file says so.
   *
   * @param command filled with one step towards safe [actuator]
   * @param dtSeconds time since the command before
   */
  public void safe(double[] command, double dtSeconds) {
    for (int i = 0; i < limits.length; i++) {
      double way = limits[i].safe() - previous[i];
      if (safeStep[i] == 0 && limits[i].safeWithinSeconds() > 0) {
        safeStep[i] = Math.abs(way) / limits[i].safeWithinSeconds();
      }
      double step = safeStep[i] == 0 ? Double.MAX_VALUE : safeStep[i] * positive(dtSeconds);
      previous[i] += bound(way, -step, step);
      command[i] = previous[i];
    }
  }

  /** The longest time that an actuator of the robot file takes to its safe value [s]. */
  public double secondsToSafe() {
    double longest = 0;
    for (ActuatorLimits one : limits) {
      longest = Math.max(longest, one.safeWithinSeconds());
    }
    return longest;
  }

  /** Whether the last {@link #clip} changed this actuator's learned part or sum. */
  public boolean clipped(int actuator) {
    return clipped[actuator];
  }

  /** How many ticks were changed since the start. */
  public long clips(int actuator) {
    return clips[actuator];
  }

  /** How many values were asked for that are not finite. */
  public long refused(int actuator) {
    return refused[actuator];
  }

  /** Everything needed to go on later bit for bit: last commands, ways to safe, counts. */
  public double[] memory() {
    int n = limits.length;
    double[] memory = new double[4 * n];
    for (int i = 0; i < n; i++) {
      memory[i] = previous[i];
      memory[n + i] = safeStep[i];
      memory[2 * n + i] = clips[i];
      memory[3 * n + i] = refused[i];
    }
    return memory;
  }

  /**
   * Goes on where {@link #memory} was taken; a last command outside the limits becomes the safe
   * one.
   */
  public void recall(double[] memory) {
    int n = limits.length;
    for (int i = 0; i < n; i++) {
      boolean allowed = memory[i] >= limits[i].min() && memory[i] <= limits[i].max();
      previous[i] = allowed ? memory[i] : limits[i].safe();
      safeStep[i] = Math.max(memory[n + i], 0);
      clips[i] = (long) memory[2 * n + i];
      refused[i] = (long) memory[3 * n + i];
    }
  }

  private double boundLearned(int i, double learned) {
    if (!Double.isFinite(learned)) {
      refused[i]++;
      return 0;
    }
    return bound(learned, -limits[i].learned(), limits[i].learned());
  }

  private double allow(int i, double wanted, double dtSeconds) {
    if (Double.isNaN(wanted) || Double.isInfinite(wanted)) {
      refused[i]++;
      wanted = limits[i].safe();
    }
    double reach = limits[i].ratePerSecond() * positive(dtSeconds);
    double reachable = bound(wanted, previous[i] - reach, previous[i] + reach);
    return bound(reachable, limits[i].min(), limits[i].max());
  }

  /** Time never runs backwards here; a step that is not a number moves nothing. */
  private static double positive(double dtSeconds) {
    return dtSeconds > 0 ? dtSeconds : 0;
  }

  private static double bound(double value, double min, double max) {
    return value < min ? min : value > max ? max : value;
  }
}
