package io.olivo.deploy.trust;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SimSensor;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where things break in a robot: in what the feedback of its first actuator needs, the position of
 * the joint or what the reflex answers and the error that teaches it, and in that actuator.
 */
final class Parts {
  private final RobotSpec spec;

  Parts(RobotSpec spec) {
    this.spec = spec;
  }

  /** Names of the raw sensors that break. */
  List<String> sensors() {
    return switch (spec.skill()) {
      case SkillSpec.Track track -> List.of(track.joints().getFirst().position());
      case SkillSpec.Cancel cancel ->
          List.of(cancel.axes().getFirst().from(), cancel.axes().getFirst().error());
      case SkillSpec.Reward reward -> List.of(spec.sensors().getFirst().name());
    };
  }

  /** Name of the actuator that breaks. */
  String actuator() {
    return switch (spec.skill()) {
      case SkillSpec.Track track -> track.joints().getFirst().actuator();
      case SkillSpec.Cancel cancel -> cancel.axes().getFirst().actuator();
      case SkillSpec.Reward reward -> reward.actuators().getFirst();
    };
  }

  /** One fault for every part that breaks; none where the learner does. */
  List<ScheduledFault> scheduled(@Nullable Cause cause, double atSeconds, double forSeconds) {
    if (!(cause instanceof Cause.Broken broken)) {
      return List.of();
    }
    ScheduledFault fault =
        ScheduledFault.of(broken.kind(), ScheduledFault.ALL, atSeconds, forSeconds)
            .by(broken.amount())
            .every(broken.everySeconds());
    return switch (broken.kind().target()) {
      case SENSOR -> sensors().stream().map(name -> in(fault, name)).toList();
      case ACTUATOR -> List.of(fault.in(actuator()));
      case LOOP -> List.of(fault);
    };
  }

  private ScheduledFault in(ScheduledFault fault, String name) {
    double amount =
        switch (fault.kind()) {
          case SPIKE, DRIFT -> fault.amount() * half(channel(name));
          case BIT_FLIP -> resolution(name);
          default -> fault.amount();
        };
    return fault.in(name).by(amount);
  }

  private static double half(Channel channel) {
    return (channel.max() - channel.min()) / 2;
  }

  private double resolution(String name) {
    return spec.sim().stream()
        .flatMap(sim -> sim.sensors().stream())
        .filter(sensor -> sensor.channel().equals(name))
        .mapToDouble(SimSensor::resolution)
        .findFirst()
        .orElse(0);
  }

  private Channel channel(String name) {
    return spec.sensors().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** Of every actuator, in the order of the command. */
  List<ActuatorLimits> limits(Wiring wiring) {
    return wiring.actuatorChannels().stream().map(it -> limits(it.name())).toList();
  }

  private ActuatorLimits limits(String actuator) {
    return spec.actuators().stream()
        .map(ActuatorSpec::limits)
        .filter(it -> it.name().equals(actuator))
        .findFirst()
        .orElseThrow();
  }

  /** The longest declared way to the safe values [s]. */
  double secondsToSafe() {
    return spec.actuators().stream()
        .map(ActuatorSpec::limits)
        .mapToDouble(ActuatorLimits::safeWithinSeconds)
        .max()
        .orElse(0);
  }

  /** Sees when a sensor that repeats itself had to be seen. */
  StuckWitness stuck(double fromSeconds, double dtSeconds) {
    double samples = spec.failsafes().config().stuckSamples() * dtSeconds;
    double share = 2 * spec.failsafes().config().stuckMoved();
    double[] moved =
        spec.skill() instanceof SkillSpec.Track
            ? new double[] {share * half(channel(sensors().getFirst()))}
            : new double[0];
    return new StuckWitness(fromSeconds, samples, moved);
  }
}
