package io.olivo.controller.reference;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * What the joints should do now. It begins at the measured pose and holds it until it is released,
 * then eases over into the trajectory, so that nothing jumps.
 *
 * <pre>
 * q   = hold + s(t) (trajectory(t) - hold)           s: minimum jerk over the easing time
 * dq  = (q(t+dt) - q(t-dt)) / 2dt                    central differences
 * ddq = (q(t+2dt) - 2 q(t) + q(t-2dt)) / 4dt^2
 * </pre>
 */
@HotPath
public final class Reference implements Stateful {
  private static final int WINDOW = 5;
  private static final long NEVER = Long.MIN_VALUE;

  private Trajectory trajectory;
  private final int joints;
  private final double dtSeconds;
  private final double easeSeconds;
  private long holdNanos;
  private final double[] hold; // [joint]
  private final double[][] window = new double[WINDOW][]; // q at t-2dt .. t+2dt
  private long beganNanos = NEVER;
  private long releasedNanos = NEVER;
  private long centre = NEVER; // index of the window's middle

  /**
   * @param dtSeconds tick length
   * @param holdSeconds shortest time to hold the first pose
   * @param easeSeconds time to ease into the trajectory
   */
  public Reference(
      Trajectory trajectory, double dtSeconds, double holdSeconds, double easeSeconds) {
    this.trajectory = trajectory;
    this.dtSeconds = dtSeconds;
    this.easeSeconds = easeSeconds;
    joints = trajectory.joints();
    holdNanos = Math.round(holdSeconds * 1e9);
    hold = new double[joints];
    for (int i = 0; i < WINDOW; i++) {
      window[i] = new double[joints];
    }
  }

  /** Number of joints. */
  public int joints() {
    return joints;
  }

  /** Begins anew from the pose at the next {@link #at}. */
  public void restart() {
    if (trajectory instanceof Handover handover) {
      trajectory = handover.after(); // from its own beginning
    }
    beganNanos = NEVER;
    releasedNanos = NEVER;
    centre = NEVER;
  }

  /**
   * Follows another trajectory from now on, from its beginning; only on the thread that calls
   * {@link #at}, between two.
   *
   * @param next of as many joints, not begun yet
   */
  public void follow(Handover next) {
    if (next.joints() != joints) {
      throw new IllegalArgumentException("the new trajectory moves another number of joints");
    }
    if (centre == NEVER) {
      trajectory = next.after();
    } else {
      next.begin(trajectory, (centre + WINDOW - 2) * dtSeconds); // the first not looked at yet
      trajectory = next;
    }
  }

  /** Whether it has still to be told where the robot is. */
  public boolean needsPose() {
    return beganNanos == NEVER;
  }

  /** Tells where the robot is at the start: that pose is held. */
  public void beginAt(int joint, double position) {
    hold[joint] = position;
  }

  /** Lets the trajectory begin as soon as the shortest hold is over. */
  public void release(long nowNanos) {
    if (releasedNanos == NEVER && beganNanos != NEVER && nowNanos - beganNanos >= holdNanos) {
      releasedNanos = nowNanos;
    }
  }

  /** Time since the trajectory began [s], negative while it has not. */
  public double seconds(long nowNanos) {
    return releasedNanos == NEVER ? -1 : (nowNanos - releasedNanos) * 1e-9;
  }

  /**
   * Desired positions, then velocities, then accelerations.
   *
   * @param nowNanos time of this tick
   * @param desired filled [3 * joint], SI
   */
  public void at(long nowNanos, double[] desired) {
    if (beganNanos == NEVER) {
      beganNanos = nowNanos;
    }
    if (releasedNanos == NEVER) {
      stay(desired);
      return;
    }
    moveWindow(Math.round(seconds(nowNanos) / dtSeconds));
    for (int j = 0; j < joints; j++) {
      double q = window[2][j];
      desired[j] = q;
      desired[joints + j] = (window[3][j] - window[1][j]) / (2 * dtSeconds);
      desired[2 * joints + j] = (window[4][j] - 2 * q + window[0][j]) / (4 * dtSeconds * dtSeconds);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.put("reference.hold", hold);
    out.put("reference.clock", new long[] {holdNanos, beganNanos, releasedNanos});
  }

  /** The trajectory itself is not saved: it must be the same one. */
  @Override
  public void load(StateReader in) {
    in.get("reference.hold", hold);
    long[] clock = new long[3];
    in.get("reference.clock", clock);
    holdNanos = clock[0];
    beganNanos = clock[1];
    releasedNanos = clock[2];
    centre = NEVER;
  }

  private void stay(double[] desired) {
    for (int j = 0; j < joints; j++) {
      desired[j] = hold[j];
      desired[joints + j] = 0;
      desired[2 * joints + j] = 0;
    }
  }

  private void moveWindow(long index) {
    if (index == centre) {
      return;
    }
    int known = index == centre + 1 ? WINDOW - 1 : 0;
    if (known > 0) {
      shift();
    }
    for (int i = known; i < WINDOW; i++) {
      position(index + i - 2, window[i]);
    }
    centre = index;
  }

  private void shift() {
    double[] oldest = window[0];
    for (int i = 0; i < WINDOW - 1; i++) {
      window[i] = window[i + 1];
    }
    window[WINDOW - 1] = oldest;
  }

  private void position(long index, double[] q) {
    double seconds = index < 0 ? 0 : index * dtSeconds;
    trajectory.at(seconds, q);
    double share = easeSeconds > 0 ? MinimumJerk.at(index * dtSeconds / easeSeconds) : 1;
    for (int j = 0; j < joints; j++) {
      q[j] = hold[j] + (q[j] - hold[j]) * share;
    }
  }
}
