package io.olivo.controller.loop;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Surroundings;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loop of one joint whose parts say what the test wants. */
abstract class LoopFixture {
  static final double DT = .002;
  static final long DT_NANOS = 2_000_000;
  static final double SAFE = -.5; // N m: not 0, so that it is recognised

  private static final ActuatorLimits LIMITS =
      new ActuatorLimits("torque", -10, 10, 4, 1e6, SAFE, 0);

  final Sensors sensors = new Sensors();
  final Motor motor = new Motor();
  final TestLearner learner = new TestLearner();
  final LoopListener listener = mock(LoopListener.class);

  /** An encoder and a tachometer that tell what the test wants. */
  static final class Sensors implements SensorIo {
    double angle;
    double velocity;
    int restarts;
    boolean breaks;

    @Override
    public List<Channel> channels() {
      return List.of(
          new Channel("angle", Unit.RADIAN, -3, 3),
          new Channel("velocity", Unit.RADIAN_PER_SECOND, -9, 9));
    }

    @Override
    public void read(SampleFrame frame, long nowNanos) {
      if (breaks) {
        throw new IllegalStateException("the bus is gone");
      }
      frame.put(0, angle, nowNanos);
      frame.put(1, velocity, nowNanos);
    }

    @Override
    public void restart() {
      restarts++;
    }
  }

  /** A motor that remembers its commands and may not reach them. */
  static final class Motor implements ActuatorIo {
    final List<Double> commands = new CopyOnWriteArrayList<>();
    double strongest = Double.MAX_VALUE;

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("torque", Unit.NEWTON_METRE, -10, 10));
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      commands.add(command[0]);
      applied[0] = Math.clamp(command[0], -strongest, strongest);
    }

    double last() {
      return commands.getLast();
    }
  }

  /** Says what the test wants and remembers what it was told. */
  static final class TestLearner implements Learner {
    double says;
    boolean frozen;
    boolean identifying;
    boolean breaks;
    int interrupts;
    double applied;
    double error;
    double[] state = new double[0];

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void act(double[] measured, double[] desired, double[] learned) {
      if (breaks) {
        throw new IllegalStateException("a bug");
      }
      state = measured.clone();
      learned[0] = says;
    }

    @Override
    public void learn(Teaching teaching, double[] really) {
      applied = really[0];
      error = teaching.error(0);
    }

    @Override
    public boolean identifying() {
      return identifying;
    }

    @Override
    public void freeze(boolean nowFrozen) {
      frozen = nowFrozen;
    }

    @Override
    public void interrupt() {
      interrupts++;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
  }

  LoopParts parts(Learner with) {
    Observer observer = new Observer(3, 2, .01); // values may be 10 ms old
    return new LoopParts(
        sensors,
        observer,
        List.of(new Joint("joint", Unit.RADIAN, 0, 1, 3, 9)),
        new Reference(new Hold(1), DT, .004, 0),
        new PdFeedback(new int[] {0}, new int[] {1}, new double[] {2}, new double[] {0}, 0, 0),
        with,
        new SafetyEnvelope(List.of(LIMITS)),
        motor,
        failsafes(observer));
  }

  /** Only what is told of sensors, so that nothing else stops the robot. */
  private static Failsafes failsafes(Observer observer) {
    SafetyEnvelope unused = new SafetyEnvelope(List.of(LIMITS));
    return new Surroundings(List.of(), 0, List.of(), observer, unused, DT)
        .failsafes(FailsafeConfig.STANDARD);
  }

  ControlLoop loop() {
    return loop(Telemetry.none());
  }

  ControlLoop loop(Telemetry telemetry) {
    ControlLoop loop = new ControlLoop(parts(learner), telemetry, listener);
    loop.order(Order.ARM);
    return loop;
  }

  static Fault because(Trouble trouble) {
    return argThat(fault -> fault != null && fault.trouble() == trouble);
  }

  static Fault because(Trouble trouble, String part) {
    return argThat(
        fault -> fault != null && fault.trouble() == trouble && fault.part().equals(part));
  }
}
