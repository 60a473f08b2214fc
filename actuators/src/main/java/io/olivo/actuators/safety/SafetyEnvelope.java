package io.olivo.actuators.safety;

import java.util.List;

/**
 * The last word on every command. It bounds the learned part first, then the sum: a value that is
 * not finite becomes the safe value, the range and the rate of change hold always; limits of power
 * and of hot motors hold as fast as the rate allows. A learner can change what is asked for, never
 * what is allowed.
 */
public final class SafetyEnvelope {
  private final ActuatorLimits[] limits;
  private final double[] previous; // [actuator] the command of the tick before
  private final double[]
      safeStep; // [actuator] slope of the way to safe [unit/s], 0 while not on it
  private final double[] share; // [actuator] of the range that may be used now, 1 when cool
  private final double[] velocity; // [actuator] of its joint [unit/s], NaN where nobody measures it
  private final PowerBound[] power;
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
    share = new double[n];
    velocity = new double[n];
    power = new PowerBound[n];
    clipped = new boolean[n];
    clips = new long[n];
    refused = new long[n];
    for (int i = 0; i < n; i++) {
      previous[i] = this.limits[i].safe();
      share[i] = 1;
      velocity[i] = Double.NaN;
      power[i] = new PowerBound(this.limits[i].power());
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
   * Leaves an actuator only a share of its range around the safe value, until told otherwise.
   *
   * @param newShare 0 for the safe value alone, 1 for all
   */
  public void derate(int actuator, double newShare) {
    share[actuator] = newShare >= 0 && newShare <= 1 ? newShare : 0;
  }

  /**
   * Tells how fast an actuator's joint moves, for its limit of power.
   *
   * @param perSecond velocity [joint's unit/s]; NaN when nobody knows
   */
  public void motion(int actuator, double perSecond) {
    velocity[actuator] = perSecond;
  }

  /** The actuators were taken to their safe values by somebody else: goes on from there. */
  public void rest() {
    for (int i = 0; i < limits.length; i++) {
      previous[i] = limits[i].safe();
      safeStep[i] = 0;
    }
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
      power[i].spend(allowed, velocity[i], dtSeconds);
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
    double[] memory = new double[5 * n];
    for (int i = 0; i < n; i++) {
      memory[i] = previous[i];
      memory[n + i] = safeStep[i];
      memory[2 * n + i] = clips[i];
      memory[3 * n + i] = refused[i];
      memory[4 * n + i] = power[i].memory();
    }
    return memory;
  }

  /**
   * Goes on where {@link #memory} was taken; a last command outside the limits becomes the safe
   * one. What was saved before there were limits of power has no energies.
   */
  public void recall(double[] memory) {
    int n = limits.length;
    if (memory.length != 4 * n && memory.length != 5 * n) {
      throw new IllegalArgumentException(
          "%d values were saved for the envelope of %d actuators: it was another robot"
              .formatted(memory.length, n));
    }
    for (int i = 0; i < n; i++) {
      boolean allowed = memory[i] >= limits[i].min() && memory[i] <= limits[i].max();
      previous[i] = allowed ? memory[i] : limits[i].safe();
      safeStep[i] = Math.max(memory[n + i], 0);
      clips[i] = (long) memory[2 * n + i];
      refused[i] = (long) memory[3 * n + i];
      if (memory.length > 4 * n) {
        power[i].recall(memory[4 * n + i]);
      }
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
    double weak = bound(wanted, derated(i, limits[i].min()), derated(i, limits[i].max()));
    double strong = power[i].bound(weak, velocity[i], dtSeconds);
    double reach = limits[i].ratePerSecond() * positive(dtSeconds);
    double reachable = bound(strong, previous[i] - reach, previous[i] + reach);
    return bound(reachable, limits[i].min(), limits[i].max());
  }

  /** An end of the range, as near to the safe value as the share says. */
  private double derated(int i, double end) {
    return share[i] == 1 ? end : limits[i].safe() + share[i] * (end - limits[i].safe());
  }

  /** Time never runs backwards here; a step that is not a number moves nothing. */
  private static double positive(double dtSeconds) {
    return dtSeconds > 0 ? dtSeconds : 0;
  }

  private static double bound(double value, double min, double max) {
    return value < min ? min : value > max ? max : value;
  }
}
