package io.olivo.deploy.demo;

import io.olivo.controller.score.ErrorTrace;

/** What one learner reached on the plan; errors in rad, times in s. */
public final class Outcome {
  private static final double FIRST_SECONDS = 2.5;
  private static final double STEADY_SECONDS = 5;
  private static final double WINDOW_SECONDS = .5;

  private final String learner;
  private final ErrorTrace errors;
  private final DemoPlan plan;
  private final HandTrace hand;

  /** Of a finished run. */
  public Outcome(String learner, ErrorTrace errors, DemoPlan plan, HandTrace hand) {
    this.learner = learner;
    this.errors = errors;
    this.plan = plan;
    this.hand = hand;
  }

  /** Who learned. */
  public String learner() {
    return learner;
  }

  /** The last ten seconds before the load. */
  public double before() {
    return errors.rms(plan.firstOn() - 10, plan.firstOn());
  }

  /** The first moments with the load. */
  public double first() {
    return errors.rms(plan.firstOn(), plan.firstOn() + FIRST_SECONDS);
  }

  /** The last seconds with the load. */
  public double steady() {
    return errors.rms(plan.firstOff() - STEADY_SECONDS, plan.firstOff());
  }

  /** The first moments when the load is back. */
  public double second() {
    return errors.rms(plan.secondOn(), plan.secondOn() + FIRST_SECONDS);
  }

  /** Until the first load is mastered; NaN when it never is. */
  public double t5First() {
    return errors.recovery(plan.firstOn(), plan.firstOff(), DemoPlan.ON_TRACK);
  }

  /** Until the same load is mastered again; NaN when it never is. */
  public double t5Second() {
    return errors.recovery(plan.secondOn(), plan.secondOff(), DemoPlan.ON_TRACK);
  }

  /** Ends of the windows of {@link #curve} [s]. */
  public double[] times() {
    double[] times = new double[(int) (plan.seconds() / WINDOW_SECONDS)];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 1) * WINDOW_SECONDS;
    }
    return times;
  }

  /** Error of every half second [rad]. */
  public double[] curve() {
    double[] curve = times();
    for (int i = 0; i < curve.length; i++) {
      curve[i] = errors.rms(curve[i] - WINDOW_SECONDS, curve[i]);
    }
    return curve;
  }

  /** Where the hand went. */
  public HandTrace hand() {
    return hand;
  }
}
