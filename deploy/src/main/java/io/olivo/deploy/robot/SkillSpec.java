package io.olivo.deploy.robot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the robot shall do, with the part of the command that doesn't learn. */
public sealed interface SkillSpec {
  /**
   * Follow a path.
   *
   * @param joints in the order of the reference
   * @param reference where to go
   * @param plus formulas that are added to the feedback and do not teach, one per joint; or none
   */
  record Track(List<Joint> joints, ReferenceSpec reference, List<String> plus)
      implements SkillSpec {
    /** Keeps its own copies. */
    public Track {
      joints = List.copyOf(joints);
      plus = List.copyOf(plus);
    }
  }

  /**
   * Collect reward.
   *
   * @param formula of the reward, over the channels
   * @param actuators all of whose command is learned
   * @param horizonSeconds how far ahead reward counts
   * @param end formula that is above 0 when the episode is over for good; empty for never
   * @param hold reward of a tick from which the skill counts as held; empty where nobody asks
   */
  record Reward(
      String formula,
      List<String> actuators,
      double horizonSeconds,
      Optional<String> end,
      OptionalDouble hold)
      implements SkillSpec {
    /** Keeps its own copy. */
    public Reward {
      actuators = List.copyOf(actuators);
    }
  }

  /**
   * Drive measured errors to zero.
   *
   * @param axes one per error
   */
  record Cancel(List<Axis> axes) implements SkillSpec {
    /** Keeps its own copy. */
    public Cancel {
      axes = List.copyOf(axes);
    }
  }
}
