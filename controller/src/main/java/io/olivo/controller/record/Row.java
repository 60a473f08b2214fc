package io.olivo.controller.record;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.sensors.SampleFrame;

/**
 * One beat of a loop: everything that came into it from outside, and what it commanded. A struct:
 * made once, then filled again and again. What happens seldom is a {@link Mark} beside it.
 */
@HotPath
public final class Row {
  /** Counts the beats of a run from 0, those included that were not recorded. */
  public long number;

  /** What the pacer said. */
  public Beat beat = Beat.TICK;

  /** The time of the beat [ns], as the pacer told it. */
  public long nowNanos;

  /** Time since the beat before [s], as the pacer told it. */
  public double dtSeconds;

  /** The orders obeyed before the beat, see {@link io.olivo.controller.loop.Order#isIn}. */
  public int orders;

  /** A supervisor had seized the actuators, and the loop took them back before the beat. */
  public boolean seized;

  /** The sensors were read. */
  public boolean sampled;

  /** It was a tick in which the loop acted, not the safe command. */
  public boolean moved;

  /** A command of the loop went to the actuators. */
  public boolean wrote;

  /** A copy of what was learned was taken after it. */
  public boolean digested;

  /** A copy of loop and learner was taken after it: a part of the recording may end here. */
  public boolean parted;

  /** {@link #tick} holds what people are shown of it. */
  public boolean shown;

  /** Raw values [sensor], each in its unit. */
  public final double[] value;

  /** When they were read [sensor] in ns; {@link SampleFrame#NEVER} for never. */
  public final long[] stampNanos;

  /** Whether they were believed before anything looked at them [sensor]. */
  public final boolean[] valid;

  /** What the loop asked of the actuators first [actuator]. */
  public final double[] command;

  /** What they told that they did [actuator]. */
  public final double[] applied;

  /** The whole tick, where it is {@link #shown}. */
  public final Tick tick;

  /**
   * @param sensors raw ones
   * @param actuators of the command
   * @param shape of a tick
   */
  public Row(int sensors, int actuators, Tick shape) {
    value = new double[sensors];
    stampNanos = new long[sensors];
    valid = new boolean[sensors];
    command = new double[actuators];
    applied = new double[actuators];
    tick = shape.sameShape();
  }

  /** Forgets what was here. */
  void begin(long newNumber) {
    number = newNumber;
    orders = 0;
    seized = false;
    sampled = false;
    moved = false;
    wrote = false;
    digested = false;
    parted = false;
    shown = false;
  }

  /** Copies the raw sensors. */
  void sample(SampleFrame frame) {
    sampled = true;
    for (int i = 0; i < value.length; i++) {
      value[i] = frame.value(i);
      stampNanos[i] = frame.stampNanos(i);
      valid[i] = frame.valid(i);
    }
  }

  /**
   * Copies a command and what became of it. A second one in the same beat follows when a supervisor
   * seized the actuators during the first: then that is what was applied.
   */
  void write(double[] newCommand, double[] newApplied) {
    if (!wrote) {
      System.arraycopy(newCommand, 0, command, 0, command.length);
    }
    wrote = true;
    System.arraycopy(newApplied, 0, applied, 0, applied.length);
  }
}
