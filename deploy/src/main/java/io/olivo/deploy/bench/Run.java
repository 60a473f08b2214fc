package io.olivo.deploy.bench;

import io.olivo.controller.score.RmsTrace;
import io.olivo.deploy.wiring.Rig;
import io.olivo.learning.Learner;

/** A finished run; times are seconds since the reference began to move, errors in SI. */
final class Run {
  private final RmsTrace errors;
  private final Watch watch;
  private final Learner learner;
  private final double seconds;

  Run(Rig rig, Watch watch, double seconds) {
    errors = rig.errors().squares();
    this.watch = watch;
    learner = rig.learner();
    this.seconds = seconds;
  }

  /** Robot time at which the reference began to move [s]. */
  double begin() {
    return watch.begin();
  }

  /** How long it ran. */
  double seconds() {
    return seconds;
  }

  /** Root mean square of the true error. */
  double rms(double from, double to) {
    return errors.rms(begin() + from, begin() + to);
  }

  /** What errors are divided by: of the feedback's run its error, or the disturbance. */
  double scale(double from, double to) {
    return watch.disturbed()
        ? watch.disturbance().rms(begin() + from, begin() + to)
        : rms(from, to);
  }

  /** From a change until half a second's error stays under a limit; NaN when it never does. */
  double recovery(double change, double end, double limit) {
    return errors.recovery(begin() + change, begin() + end, limit);
  }

  /** Ticks in which the robot stood safe, because samples were missing or out of their range. */
  long lostTicks() {
    return errors.missing(begin(), begin() + seconds);
  }

  /** A number that the learner tells of itself at the end; NaN when it has none of that name. */
  double figure(String name) {
    int index = learner.figureNames().indexOf(name);
    double[] all = new double[learner.figureNames().size()];
    learner.figures(all);
    return index < 0 ? Double.NaN : all[index];
  }
}
