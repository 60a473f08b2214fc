package io.olivo.deploy.bench;

import io.olivo.controller.feedback.Feedback;
import io.olivo.deploy.robot.Axis;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SimSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sim.io.Change;
import java.util.List;
import java.util.Locale;

/**
 * What is measured, but for learner and seed.
 *
 * @param robot with the reference it shall follow
 * @param scenario what happens to the plant
 * @param seconds how long, since the reference begins to move
 * @param errorDelaySeconds how much later than it is known the error is taught
 * @param inertiaScale multiplies what a cerebellar learner measured as inertia
 */
public record Trial(
    RobotSpec robot,
    Scenario scenario,
    double seconds,
    double errorDelaySeconds,
    double inertiaScale) {
  /**
   * Refuses a scenario that the plant cannot play.
   *
   * @throws IllegalArgumentException saying why
   */
  public Trial {
    if (scenario != Scenario.STEADY) {
      PlantChanges.of(plant(robot));
    }
  }

  /**
   * Refuses a learner that the robot cannot have, before anything runs.
   *
   * @throws RobotFileException saying why
   */
  void check(Rule rule) {
    new Rig(robot, rule, 0, List.of(), 0);
  }

  /** One run; what is timed is timed from when the reference begins to move, in this very run. */
  Run run(Rule rule, long seed) throws InterruptedException {
    Run first = run(rule, seed, Wiring.HOLD_SECONDS);
    boolean late = first.begin() > Wiring.HOLD_SECONDS + robot.loop().dtSeconds() / 2;
    return late ? run(rule, seed, first.begin()) : first;
  }

  private Run run(Rule rule, long seed, double begin) throws InterruptedException {
    double whole = begin + seconds;
    Rig rig =
        new Rig(robot, rule, seed, changes(begin), List.of(), whole, inertiaScale, this::delayed);
    Watch watch = new Watch(robot.loop().dtSeconds(), whole, disturbances(), begin);
    rig.run(watch);
    return new Run(rig, watch, seconds);
  }

  private List<Change> changes(double begin) {
    return scenario == Scenario.STEADY
        ? List.of()
        : PlantChanges.of(plant(robot)).of(scenario, begin);
  }

  private Feedback delayed(Feedback feedback) {
    int ticks = (int) Math.round(errorDelaySeconds / robot.loop().dtSeconds());
    return ticks == 0 ? feedback : new DelayedFeedback(feedback, ticks);
  }

  private static String plant(RobotSpec robot) {
    return robot.sim().map(SimSpec::plant).orElse("?");
  }

  /** Channels of what the reflex answers, in the frame; none where joints follow a reference. */
  private int[] disturbances() {
    List<String> measured = robot.measured().stream().map(Channel::name).toList();
    return switch (robot.skill()) {
      case SkillSpec.Track _, SkillSpec.Reward _ -> new int[0];
      case SkillSpec.Cancel cancel ->
          cancel.axes().stream().map(Axis::from).mapToInt(measured::indexOf).toArray();
    };
  }

  /** What the joints follow, as the robot file calls it. */
  public String reference() {
    return switch (robot.skill()) {
      case SkillSpec.Cancel _, SkillSpec.Reward _ -> "none";
      case SkillSpec.Track track ->
          switch (track.reference()) {
            case ReferenceSpec.Made made -> made.shape().name().toLowerCase(Locale.ROOT);
            case ReferenceSpec.Recorded recorded -> recorded.file().toString();
          };
    };
  }

  /** What errors are divided by, in words. */
  public String relativeTo() {
    return switch (robot.skill()) {
      case SkillSpec.Track _, SkillSpec.Reward _ -> "feedback alone";
      case SkillSpec.Cancel cancel ->
          plant(robot).equals("gaze2") ? "head velocity" : "disturbance";
    };
  }

  /** The unit of a thousandth of the error, as in "mrad". */
  public String unit() {
    return "m" + errorUnit().symbol();
  }

  /** The same as part of a key, as in "mrad_s". */
  String unitKey() {
    return unit().replace('/', '_');
  }

  private Unit errorUnit() {
    String first =
        switch (robot.skill()) {
          case SkillSpec.Track track -> track.joints().getFirst().position();
          case SkillSpec.Cancel cancel -> cancel.axes().getFirst().error();
          case SkillSpec.Reward reward -> reward.actuators().getFirst();
        };
    return robot.measured().stream()
        .filter(channel -> channel.name().equals(first))
        .map(Channel::unit)
        .findFirst()
        .orElse(Unit.ONE);
  }
}
