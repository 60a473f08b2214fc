package io.olivo.deploy.robot;

import org.junit.jupiter.api.Test;

class RewardProblemsTest {
  private static final String TRACK = "  track: { joints: [elbow], reference: sines }\n";

  @Test
  void aRewardHasNoFeedbackBesideIt() {
    RobotText.SOUND
        .with(TRACK, "  reward: { of: elbow.angle, actuators: [elbow.torque] }\n")
        .is("r.yaml:13: skill.feedback: is not for a reward: all of it is learned; remove it");
  }

  @Test
  void aMisspelledActuatorIsAnsweredWithTheNearest() {
    RobotText.SOUND.with(TRACK, "  reward: { of: elbow.angle, actuators: [elbow.torqe] }\n").is("");
  }
}
