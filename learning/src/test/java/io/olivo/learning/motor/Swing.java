package io.olivo.learning.motor;

import io.olivo.learning.Elementary;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;

/** A pendulum that follows a wandering sine, held by PD feedback: M ddq = u - b dq - w sin q. */
final class Swing {
  static final double DT = .002; // s
  static final double LIMIT = 20; // N m
  static final double INERTIA = .5; // kg m^2
  private static final double DAMPING = .2;

  static final FeatureMap INPUTS =
      new FeatureMap() {
        @Override
        public int size() {
          return 4;
        }

        @Override
        public Kind kind(int input) {
          return Kind.OTHER;
        }

        @Override
        public void fill(double[] state, double[] desired, double[] inputs) {
          inputs[0] = Elementary.sin(desired[0]);
          inputs[1] = Elementary.cos(desired[0]);
          inputs[2] = desired[1] / 4;
          inputs[3] = desired[2] / 16;
        }
      };

  private final double[] state = new double[2];
  private final double[] desired = new double[3];
  private final double[] learned = new double[1];
  private final double[] error = new double[1];
  private final double[] errorRate = new double[1];
  private final Teaching teaching = new Teaching(1);
  private double weight = 8; // N m
  private double centre;
  private double wantedCentre;
  private double q;
  private double dq;
  private long tick;

  /** Another plant. */
  void weigh(double newWeight) {
    weight = newWeight;
  }

  /** Where the sine shall go, at half a radian per second [rad]. */
  void around(double newCentre) {
    wantedCentre = newCentre;
  }

  /** Root mean square of the error over so much time [rad]. */
  double run(Learner learner, double seconds) {
    double square = 0;
    long ticks = Math.round(seconds / DT);
    for (long t = 0; t < ticks; t++) {
      step(learner);
      square += (desired[0] - q) * (desired[0] - q);
    }
    return Math.sqrt(square / ticks);
  }

  private void step(Learner learner) {
    refer(learner.identifying());
    error[0] = 60 * (desired[0] - q) + 4 * (desired[1] - dq);
    errorRate[0] = desired[1] - dq;
    learner.act(state, desired, learned);
    learned[0] = Math.clamp(learned[0], -LIMIT, LIMIT);
    teaching.clear();
    teaching.tellError(error, errorRate, 0);
    learner.learn(teaching, learned);
    double u = error[0] + learned[0];
    dq += DT * (u - DAMPING * dq - weight * Elementary.sin(q)) / INERTIA;
    q += DT * dq;
  }

  private void refer(boolean held) {
    double omega = 2;
    double phase = omega * tick * DT;
    double way = Math.clamp(wantedCentre - centre, -.5 * DT, .5 * DT);
    centre += way;
    desired[0] = centre + .4 * Elementary.sin(phase);
    desired[1] = held ? 0 : .4 * omega * Elementary.cos(phase) + way / DT;
    desired[2] = held ? 0 : -.4 * omega * omega * Elementary.sin(phase);
    tick += held ? 0 : 1;
  }
}
