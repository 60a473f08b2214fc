package io.olivo.controller.record;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Surroundings;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Reference;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.Random;

/** A loop of one joint whose world is drawn, and whose learner remembers all of it. */
final class SmallLoop {
  static final double DT = .002;
  static final double RATE = 500;
  static final double SAFE = -.5; // N m: not 0, so that it is recognised

  private static final ActuatorLimits LIMITS =
      new ActuatorLimits("torque", -10, 10, 4, 1e6, SAFE, 0);

  private SmallLoop() {}

  static LoopParts parts(SensorIo sensors, ActuatorIo actuators, Learner learner) {
    Observer observer = new Observer(3, 2, .01);
    return new LoopParts(
        sensors,
        observer,
        List.of(new Joint("joint", Unit.RADIAN, 0, 1, 3, 9)),
        new Reference(new Hold(1), DT, .004, 0),
        new PdFeedback(new int[] {0}, new int[] {1}, new double[] {2}, new double[] {.1}, 0, 0),
        learner,
        new SafetyEnvelope(List.of(LIMITS)),
        actuators,
        failsafes(observer));
  }

  private static Failsafes failsafes(Observer observer) {
    SafetyEnvelope unused = new SafetyEnvelope(List.of(LIMITS));
    return new Surroundings(List.of(), 0, List.of(), observer, unused, DT)
        .failsafes(FailsafeConfig.STANDARD);
  }

  /** An angle and a velocity that wander; now and then one is late, absurd or no number. */
  static final class Sensors implements SensorIo {
    private final Random random = new Random(3);
    private double angle;
    Runnable within = () -> {};

    @Override
    public List<Channel> channels() {
      return List.of(
          new Channel("angle", Unit.RADIAN, -3, 3),
          new Channel("angle.rate", Unit.RADIAN_PER_SECOND, -9, 9));
    }

    @Override
    public void read(SampleFrame frame, long nowNanos) {
      within.run();
      angle = Math.clamp(angle + .01 * (random.nextDouble() - .5), -1, 1);
      int chance = random.nextInt(100);
      if (chance > 2) {
        frame.put(0, chance == 3 ? 17 : angle, nowNanos - chance);
      }
      frame.put(1, chance == 4 ? Double.NaN : random.nextDouble() - .5, nowNanos);
    }
  }

  /** A weak motor. */
  static final class Motor implements ActuatorIo {
    Runnable within = () -> {};

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("torque", Unit.NEWTON_METRE, -10, 10));
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      within.run();
      applied[0] = Math.clamp(command[0], -1, 1);
    }
  }

  /** Adds up what it was taught, and says a share of it. */
  static final class Adding implements Learner {
    final double[] sum = new double[2];
    double share = .1;
    private boolean frozen;

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void act(double[] state, double[] desired, double[] learned) {
      learned[0] = share * sum[0];
    }

    @Override
    public void learn(Teaching teaching, double[] applied) {
      if (!frozen) {
        sum[0] = .99 * sum[0] + .01 * teaching.error(0);
        sum[1] = .99 * sum[1] + .01 * applied[0];
      }
    }

    @Override
    public void freeze(boolean nowFrozen) {
      frozen = nowFrozen;
    }

    @Override
    public void interrupt() {
      sum[1] = 0;
    }

    @Override
    public void save(StateWriter out) {
      out.put("sum", sum);
    }

    @Override
    public void load(StateReader in) {
      in.get("sum", sum);
    }
  }
}
