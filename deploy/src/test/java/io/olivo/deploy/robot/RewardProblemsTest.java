package io.olivo.deploy.robot;

import org.junit.jupiter.api.Test;

class RewardProblemsTest {
  private static final String TRACK = "  track: { joints: [elbow], reference: sines }\n";
  private static final String FEEDBACK = "  feedback: { kp: [60], kd: [4] }\n";

  @Test
  void aRewardHasNoFeedbackBesideIt() {
    RobotText.SOUND
        .with(TRACK, "  reward: { of: elbow.angle, actuators: [elbow.torque] }\n")
        .is("r.yaml:13: skill.feedback: is not for a reward: all of it is learned; remove it");
  }

  @Test
  void aMisspelledActuatorIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with(TRACK, "  reward: { of: elbow.angle, actuators: [elbow.torqe] }\n")
        .with(FEEDBACK, "")
        .is(
            "r.yaml:12: skill.reward.actuators: there is no actuator named \"elbow.torqe\" (did you"
                + " mean 'elbow.torque'?); there are elbow.torque");
  }

  @Test
  void whatFollowsAPathNeedsFeedback() {
    RobotText.SOUND
        .with(FEEDBACK, "")
        .is(
            "r.yaml:11: skill.feedback: is missing; write for example \"feedback: { kp: [60, 30],"
                + " kd: [4, 1.5] }\"");
  }
}
