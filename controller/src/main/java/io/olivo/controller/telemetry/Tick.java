package io.olivo.controller.telemetry;

/**
 * Everything one tick read and decided. One instance belongs to the loop and is filled anew every
 * tick: copy what you keep.
 */
public final class Tick {
  /** The age of a channel that was never read. */
  public static final long NEVER_READ = -1;

  /** Time of the tick. */
  public long nowNanos;

  /** Ticks since the loop began. */
  public long number;

  /** Time since the trajectory began [s], negative while the first pose is held. */
  public double trajectorySeconds;

  /** Whether the loop acted; else it sent the safe command. */
  public boolean moved;

  /** Measured values [channel], SI. */
  public final double[] state;

  /**
   * How long before the tick each channel was read [channel] in ns; {@link #NEVER_READ} for never.
   */
  public final long[] ageNanos;

  /** Desired positions, velocities, accelerations [3 * joint], SI. */
  public final double[] desired;

  /** The feedback's part of the command [actuator]. */
  public final double[] feedback;

  /** The learner's part, bounded [actuator]. */
  public final double[] learned;

  /** The command, inside the envelope [actuator]. */
  public final double[] command;

  /** What was really sent [actuator]. */
  public final double[] applied;

  /** Whether the envelope changed the learned part or the sum [actuator]. */
  public final boolean[] clipped;

  /** Numbers of the learner worth watching [figure]. */
  public final double[] figures;

  /**
   * @param channels of the frame
   * @param joints of the reference
   * @param outputs of learner and feedback
   * @param figureCount of the learner
   */
  public Tick(int channels, int joints, int outputs, int figureCount) {
    state = new double[channels];
    ageNanos = new long[channels];
    desired = new double[3 * joints];
    feedback = new double[outputs];
    learned = new double[outputs];
    command = new double[outputs];
    applied = new double[outputs];
    clipped = new boolean[outputs];
    figures = new double[figureCount];
  }

  /** Copies another of the same shape. */
  public void copyFrom(Tick other) {
    nowNanos = other.nowNanos;
    number = other.number;
    trajectorySeconds = other.trajectorySeconds;
    moved = other.moved;
    copy(other.state, state);
    System.arraycopy(other.ageNanos, 0, ageNanos, 0, ageNanos.length);
    copy(other.desired, desired);
    copy(other.feedback, feedback);
    copy(other.learned, learned);
    copy(other.command, command);
    copy(other.applied, applied);
    System.arraycopy(other.clipped, 0, clipped, 0, clipped.length);
    copy(other.figures, figures);
  }

  /** An empty one of the same shape. */
  public Tick sameShape() {
    return new Tick(state.length, desired.length / 3, command.length, figures.length);
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
