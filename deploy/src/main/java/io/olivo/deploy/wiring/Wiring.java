package io.olivo.deploy.wiring;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Surroundings;
import io.olivo.controller.fault.Faults;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.fault.Sleeper;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.reference.Trajectory;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.DerivedSpec;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarParts;
import io.olivo.learning.guard.GuardConfig;
import io.olivo.learning.guard.GuardListener;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.filter.DerivedSensors;
import io.olivo.sensors.filter.DerivedSensors.Derived;
import io.olivo.sensors.filter.FusedSensors;
import io.olivo.sensors.filter.PlausibleSensors;
import java.util.ArrayList;
import java.util.List;

/** Builds the loop that a robot file describes, around any IO. */
public final class Wiring {
  /** The first pose is held so long: 2.5 s to measure the plant, then to learn to stand still. */
  public static final double HOLD_SECONDS = 3;

  /** So long it takes from a pose, or from another path, into a path. */
  public static final double EASE_SECONDS = 1;

  private final RobotSpec robot;
  private final SkillWiring skill;

  /** For one robot file. */
  public Wiring(RobotSpec robot) {
    this.robot = robot;
    skill = SkillWiring.of(robot);
  }

  /** The robot file. */
  public RobotSpec robot() {
    return robot;
  }

  /** Tick length [s]. */
  public double dtSeconds() {
    return robot.loop().dtSeconds();
  }

  /** Whether the skill can end an episode for good, see {@link #isOver}. */
  boolean endsEpisodes() {
    return skill.endsEpisodes();
  }

  /** Whether the skill of the parts made last has just ended its episode for good. */
  boolean isOver() {
    return skill.isOver();
  }

  /** Where the joints go; of a skill without joints, nowhere. */
  public Trajectory trajectory(Seeds seeds) {
    return skill.trajectory(seeds);
  }

  /**
   * A path that Olivo makes itself, in place of the robot file's.
   *
   * @throws IllegalArgumentException when the skill can't follow it
   */
  public Trajectory trajectory(ReferenceSpec.Shape shape, Seeds seeds) {
    return skill.trajectory(shape, seeds);
  }

  /** A learner on the inputs that the robot file names or implies. */
  public Learner learner(Rule rule, Seeds seeds) {
    return learner(rule, seeds, 1);
  }

  /**
   * The same, for robustness runs.
   *
   * @param inertiaScale multiplies what a cerebellar learner measured as inertia
   */
  public Learner learner(Rule rule, Seeds seeds, double inertiaScale) {
    return new LearnerWiring(robot, skill, inertiaScale).build(rule, seeds);
  }

  /**
   * The same, watched: what it knew when all was well runs in the shadow and takes over when it
   * fails.
   */
  public GuardedLearner guarded(Rule rule, Seeds seeds, GuardListener listener) {
    return new GuardedLearner(
        learner(rule, seeds),
        learner(rule, seeds),
        skill.actuators().stream().mapToDouble(spec -> spec.limits().learned()).toArray(),
        dtSeconds(),
        GuardConfig.STANDARD,
        listener);
  }

  /** What depends on the skill. */
  SkillWiring skill() {
    return skill;
  }

  /**
   * The parts of the cerebellar learner that this robot would have, for measuring them.
   *
   * @param state recorded [sample][channel]
   * @param desired recorded [sample][3 * joint]
   */
  public CerebellarParts cerebellarParts(Seeds seeds, double[][] state, double[][] desired) {
    return new LearnerWiring(robot, skill, 1).parts(seeds, state, desired);
  }

  /** What breaks on purpose, where robot time is the loop's own. */
  public Faults faults(List<ScheduledFault> scheduled, Seeds seeds) {
    return Faults.of(scheduled, dtSeconds(), seeds.faults());
  }

  /** What breaks on purpose, where a bus that hangs holds up the loop by something else. */
  public Faults faults(List<ScheduledFault> scheduled, Seeds seeds, Sleeper sleeper) {
    return Faults.of(scheduled, dtSeconds(), seeds.faults(), sleeper);
  }

  /** The raw sensors by which the skill is judged where nobody knows the truth. */
  public int[] judged() {
    List<String> raw = robot.sensors().stream().map(Channel::name).toList();
    return skill.judged().stream().filter(raw::contains).mapToInt(raw::indexOf).toArray();
  }

  /** All actuators in the order of the command. */
  public List<Channel> actuatorChannels() {
    return skill.actuators().stream().map(ActuatorSpec::channel).toList();
  }

  /**
   * The loop's parts.
   *
   * @param sensors the raw ones
   * @param actuators what takes the command
   * @param trajectory where the joints go
   * @param learner who learns
   * @param holdSeconds shortest time to hold the first pose
   */
  public LoopParts parts(
      SensorIo sensors,
      ActuatorIo actuators,
      Trajectory trajectory,
      Learner learner,
      double holdSeconds) {
    DerivedSensors all = new DerivedSensors(fused(plausible(sensors)), derived(), dtSeconds());
    int measured = all.channels().size();
    Observer observer =
        new Observer(
            measured + skill.actuators().size(), measured, robot.loop().staleAfterSeconds());
    SafetyEnvelope envelope =
        new SafetyEnvelope(skill.actuators().stream().map(ActuatorSpec::limits).toList());
    return new LoopParts(
        all,
        observer,
        skill.joints(),
        new Reference(trajectory, dtSeconds(), holdSeconds, EASE_SECONDS),
        skill.feedback(),
        learner,
        envelope,
        actuators,
        failsafes(observer, envelope));
  }

  private PlausibleSensors plausible(SensorIo sensors) {
    return new PlausibleSensors(sensors, new FastestChange(robot, skill.joints()).perSecond());
  }

  private Failsafes failsafes(Observer observer, SafetyEnvelope envelope) {
    List<Channel> frame = new ArrayList<>(robot.measured());
    frame.addAll(actuatorChannels());
    return new Surroundings(
            frame, robot.sensors().size(), skill.joints(), observer, envelope, dtSeconds())
        .failsafes(robot.failsafes().config());
  }

  /** With the channels that are computed from several; they come first among the derived ones. */
  private SensorIo fused(SensorIo sensors) {
    SensorIo all = sensors;
    for (DerivedSpec spec : robot.derived()) {
      if (spec.kind().isFusion()) {
        int[] from = spec.sources().stream().mapToInt(skill::indexOf).toArray();
        all =
            new FusedSensors(
                all, from, spec.fusion(dtSeconds()), List.of(spec.channel()), dtSeconds());
      }
    }
    return all;
  }

  private List<Derived> derived() {
    return robot.derived().stream()
        .filter(spec -> !spec.kind().isFusion())
        .map(this::derived)
        .toList();
  }

  private Derived derived(DerivedSpec spec) {
    return new Derived(spec.channel(), skill.indexOf(spec.source()), spec.filter(dtSeconds()));
  }
}
