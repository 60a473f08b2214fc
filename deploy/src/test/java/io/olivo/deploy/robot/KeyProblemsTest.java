package io.olivo.deploy.robot;

import org.junit.jupiter.api.Test;

class KeyProblemsTest {
  @Test
  void anUnknownKeyIsAnsweredWithTheNearestKnownOne() {
    RobotText.SOUND
        .with("rate: 500 Hz", "raet: 500 Hz")
        .is(
            "r.yaml:2: loop: unknown key 'raet' (did you mean 'rate'?); known keys are "
                + "rate, stale_after");
  }

  @Test
  void anUnknownKeyFarFromAllIsAnsweredWithTheKnownOnes() {
    RobotText.SOUND
        .with("{ range: [-3 rad", "{ bus: i2c-1, range: [-3 rad")
        .is(
            "r.yaml:4: sensors.elbow.angle: unknown key 'bus'; known keys are range, "
                + "from, scale, zero, derive, fastest, filter, cutoff, tau");
  }

  @Test
  void aRepeatedKeyNamesItsFirstLine() {
    RobotText.SOUND
        .with("    rate: 4000 N*m/s", "    rate: 4000 N*m/s\n    rate: 5 N*m/s")
        .is(
            "r.yaml:10: actuators.elbow.torque.rate: is here twice, first in line 9; keep"
                + " one of the two");
  }

  @Test
  void aRepeatedSensorNamesItsFirstLine() {
    RobotText.SOUND
        .with("  elbow.rate:", "  elbow.angle: { range: [-1 rad, 1 rad] }\n  elbow.rate:")
        .is(
            "r.yaml:5: sensors.elbow.angle: is here twice, first in line 4; keep one of "
                + "the two");
  }

  @Test
  void aMissingKeyIsShownAsItShouldBe() {
    RobotText.SOUND
        .with("rate: 500 Hz, ", "")
        .is("r.yaml:2: loop.rate: is missing; write for example \"rate: 500 Hz\"");
  }

  @Test
  void aMissingBlockIsShownAsItShouldBe() {
    RobotText.SOUND
        .with("loop: { rate: 500 Hz, stale_after: 20 ms }\n", "")
        .is("r.yaml:1: loop: is missing; write for example \"loop: { rate: 500 Hz }\"");
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    RobotText.SOUND
        .with("robot: arm1", "robot: arm1\n? [a, b]\n: c")
        .is("r.yaml:2: a key must be plain text, not a list or a block");
  }

  @Test
  void aValueWhereABlockBelongsIsRefused() {
    RobotText.SOUND
        .with("{ rate: 500 Hz, stale_after: 20 ms }", "500 Hz")
        .is(
            "r.yaml:2: loop: must be a block of rate, stale_after, not \"500 Hz\"; write "
                + "for example { rate: 500 Hz }");
  }

  @Test
  void aListWhereAValueBelongsIsRefused() {
    RobotText.SOUND
        .with("500 Hz", "[500 Hz]")
        .is(
            "r.yaml:2: loop.rate: must be a single value, not a list; write for example "
                + "500 Hz");
  }

  @Test
  void aValueWhereAListBelongsIsRefused() {
    RobotText.SOUND
        .with("[60]", "{ elbow: 60 }")
        .is(
            "r.yaml:13: skill.feedback.kp: must be a single value, not a block; write for"
                + " example [60, 30]");
  }

  @Test
  void anEmptyValueIsRefused() {
    RobotText.SOUND
        .with("rate: 500 Hz, stale_after: 20 ms", "rate: , stale_after: 20 ms")
        .is("r.yaml:2: loop.rate: is empty; write for example 500 Hz");
  }

  @Test
  void anActuatorWithoutRangeIsShownAnEnvelope() {
    RobotText.SOUND
        .with("    range: [-30 N*m, 30 N*m]\n", "")
        .is(
            "r.yaml:7: actuators.elbow.torque.range: is missing; every actuator needs an "
                + "envelope, write for example { range: [-30 N*m, 30 N*m], rate: 4000 N*m/s, "
                + "safe: { value: 0 N*m, within: 20 ms } }");
  }

  @Test
  void anActuatorWithoutRateIsShownAnEnvelope() {
    RobotText.SOUND
        .with("    rate: 4000 N*m/s\n", "")
        .is(
            "r.yaml:7: actuators.elbow.torque.rate: is missing; every actuator needs an "
                + "envelope, write for example { range: [-30 N*m, 30 N*m], rate: 4000 N*m/s, "
                + "safe: { value: 0 N*m, within: 20 ms } }");
  }

  @Test
  void anActuatorWithoutSafeStateIsShownAnEnvelope() {
    RobotText.SOUND
        .with("    safe: { value: 0 N*m, within: 20 ms }\n", "")
        .is(
            "r.yaml:7: actuators.elbow.torque.safe: is missing; every actuator needs an "
                + "envelope, write for example { range: [-30 N*m, 30 N*m], rate: 4000 N*m/s, "
                + "safe: { value: 0 N*m, within: 20 ms } }");
  }

  @Test
  void aSafeStateWithoutItsTimeIsRefused() {
    RobotText.SOUND
        .with(", within: 20 ms", "")
        .is(
            "r.yaml:10: actuators.elbow.torque.safe.within: is missing; write for example"
                + " \"within: 20 ms\"");
  }

  @Test
  void anEmptyActuatorIsShownAnEnvelope() {
    RobotText.SOUND
        .with(
            "    range: [-30 N*m, 30 N*m]\n    rate: 4000 N*m/s\n    safe: { value: 0 "
                + "N*m, within: 20 ms }\n",
            "")
        .is(
            "r.yaml:7: actuators.elbow.torque: is empty; write for example { range: [-30 "
                + "N*m, 30 N*m], rate: 4000 N*m/s, safe: { value: 0 N*m, within: 20 ms } }");
  }
}
