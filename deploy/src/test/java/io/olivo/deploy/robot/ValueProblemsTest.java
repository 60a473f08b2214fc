package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueProblemsTest {
  @Test
  void snapshotsTooOftenOrTooFewAreRefused() {
    RobotText.SOUND
        .with("robot: arm1\n", "robot: arm1\nsnapshots: { every: 10 ms, keep: 1 }\n")
        .is(
            "r.yaml:2: snapshots.every: \"10 ms\" is outside 1 s to 86400 s; 60 s loses a minute"
                + " at most and spares the disk",
            "r.yaml:2: snapshots.keep: \"1\" must be a whole number from 2 to 1000");
  }

  @Test
  void aNumberWithoutItsUnitIsShownWithIt() {
    RobotText.SOUND
        .with("[-30 N*m, 30 N*m]", "[-30 N*m, 30]")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: \"30\" has no unit; this is a "
                + "torque, write \"30 N*m\"");
  }

  @Test
  void aNameTellsTheUnitWhenTheRangeDoesNot() {
    RobotText.SOUND
        .with("[-30 N*m, 30 N*m]", "[-30, 30]")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: \"-30\" has no unit; this is a "
                + "torque, write \"-30 N*m\"",
            "r.yaml:8: actuators.elbow.torque.range: \"30\" has no unit; this is a "
                + "torque, write \"30 N*m\"");
  }

  @Test
  void aSensorWithoutAnyUnitIsAskedForOne() {
    RobotText.SOUND
        .with(
            "elbow.rate: { derive: elbow.angle, filter: derivative, cutoff: 40 Hz, "
                + "range: [-9 rad/s, 9 rad/s] }",
            "elbow.rate: { range: [-9, 9] }")
        .is(
            "r.yaml:5: sensors.elbow.rate.range: \"-9\" has no unit; write for example "
                + "\"-9 rad\", or \"-9 1\" for a plain number");
  }

  @Test
  void aWrongUnitIsAnsweredWithRightOnes() {
    RobotText.SOUND
        .with("30 N*m]\n", "30 kg]\n")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: \"30 kg\" is in kg, but this is a "
                + "torque; write it in N*m or Nm or mN*m");
  }

  @Test
  void anUnknownUnitIsAnsweredWithTheKnownOnes() {
    RobotText.SOUND
        .with("[-30 N*m, 30 N*m]", "[-30 foo, 30 foo]")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: \"-30 foo\" is in 'foo', which is no"
                + " known unit; known are rad, m, rad/s, m/s, rad/s^2, m/s^2, N*m, N, s, Hz, "
                + "kg, V, A, W, J, K, Pa, T, 1");
  }

  @Test
  void notANumberIsRefused() {
    RobotText.SOUND
        .with("500 Hz", ".nan")
        .is(
            "r.yaml:2: loop.rate: \".nan\" is not a finite number with a unit; write for "
                + "example \"1.5 Hz\"");
  }

  @Test
  void infinityIsRefused() {
    RobotText.SOUND
        .with("500 Hz", ".inf Hz")
        .is(
            "r.yaml:2: loop.rate: \".inf Hz\" is not a finite number with a unit; write "
                + "for example \"1.5 Hz\"");
  }

  @Test
  void anInfiniteRangeIsRefused() {
    RobotText.SOUND
        .with("[-3 rad, 3 rad]", "[-.inf rad, 3 rad]")
        .is(
            "r.yaml:4: sensors.elbow.angle.range: \"-.inf rad\" is not a finite number "
                + "with a unit; write for example 1.5 rad");
  }

  @Test
  void aNumberTooLargeToBeFiniteIsRefused() {
    RobotText.SOUND
        .with("[-3 rad, 3 rad]", "[-3 rad, 1e999 rad]")
        .is(
            "r.yaml:4: sensors.elbow.angle.range: \"1e999 rad\" is not a finite number "
                + "with a unit; write for example \"1.5 rad\"");
  }

  @Test
  void aLoopFasterThanFiveKilohertzIsToldWhyNot() {
    RobotText.SOUND
        .with("500 Hz", "9 kHz")
        .is(
            "r.yaml:2: loop.rate: \"9 kHz\" is outside 1 Hz to 5000 Hz; slower can't hold"
                + " a robot, faster can't be kept in time by a small Linux board; 500 Hz is a "
                + "good start");
  }

  @Test
  void aLoopSlowerThanOneHertzIsToldWhyNot() {
    RobotText.SOUND
        .with("rate: 500 Hz, stale_after: 20 ms", "rate: 0.5 Hz, stale_after: 9 s")
        .is(
            "r.yaml:2: loop.rate: \"0.5 Hz\" is outside 1 Hz to 5000 Hz; slower can't "
                + "hold a robot, faster can't be kept in time by a small Linux board; 500 Hz is"
                + " a good start");
  }

  @Test
  void aStaleLimitShorterThanATickIsRefused() {
    RobotText.SOUND
        .with("stale_after: 20 ms", "stale_after: 1 ms")
        .is(
            "r.yaml:2: loop.stale_after: \"1 ms\" is shorter than one tick, so that every"
                + " reading would count as lost; write at least 2 ms");
  }

  @Test
  void anInvertedRangeIsRefused() {
    RobotText.SOUND
        .with("[-30 N*m, 30 N*m]", "[30 N*m, -30 N*m]")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: [30 N*m, -30 N*m] is empty or "
                + "inverted; write the lower end first, then the higher");
  }

  @Test
  void anEmptyRangeIsRefused() {
    RobotText.SOUND
        .with("[-3 rad, 3 rad]", "[3 rad, 3 rad]")
        .is(
            "r.yaml:4: sensors.elbow.angle.range: [3 rad, 3 rad] is empty or inverted; "
                + "write the lower end first, then the higher");
  }

  @Test
  void aRangeOfOneEndIsRefused() {
    RobotText.SOUND
        .with("[-30 N*m, 30 N*m]", "[30 N*m]")
        .is(
            "r.yaml:8: actuators.elbow.torque.range: must have two ends, not 1; write for"
                + " example [-30 N*m, 30 N*m]");
  }

  @Test
  void aRateOfZeroIsRefused() {
    RobotText.SOUND
        .with("4000 N*m/s", "0 N*m/s")
        .is(
            "r.yaml:9: actuators.elbow.torque.rate: \"0 N*m/s\" must be above 0, or the "
                + "actuator could never move");
  }

  @Test
  void aSafeValueOutsideTheRangeIsRefused() {
    RobotText.SOUND
        .with("value: 0 N*m", "value: 40 N*m")
        .is(
            "r.yaml:10: actuators.elbow.torque.safe.value: \"40 N*m\" is outside the "
                + "range; choose a value inside it");
  }

  @Test
  void aNegativeTimeToTheSafeValueIsRefused() {
    RobotText.SOUND
        .with("within: 20 ms", "within: -1 s")
        .is(
            "r.yaml:10: actuators.elbow.torque.safe.within: \"-1 s\" is outside 0 s to 60"
                + " s; the way to the safe value must be short");
  }

  @Test
  void aNegativeLearnedBoundIsRefused() {
    RobotText.SOUND
        .with("    rate: 4000 N*m/s", "    learned: -1 N*m\n    rate: 4000 N*m/s")
        .is(
            "r.yaml:9: actuators.elbow.torque.learned: \"-1 N*m\" must not be negative; 0"
                + " keeps the learner out");
  }

  @Test
  void aDerivedChannelOfAnUnknownOneIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("derive: elbow.angle", "derive: elbow.angel")
        .is(
            "r.yaml:5: sensors.elbow.rate.derive: there is no sensor, earlier derived "
                + "channel or actuator named \"elbow.angel\" (did you mean 'elbow.angle'?); "
                + "there are elbow.torque, elbow.angle");
  }

  @Test
  void aDerivedChannelNeedsAFilterTime() {
    RobotText.SOUND
        .with("cutoff: 40 Hz, ", "")
        .is(
            "r.yaml:5: sensors.elbow.rate: a derived channel needs a filter time; add for"
                + " example \"cutoff: 40 Hz\"");
  }

  @Test
  void aDerivedChannelHasOneFilterTime() {
    RobotText.SOUND
        .with("cutoff: 40 Hz", "cutoff: 40 Hz, tau: 4 ms")
        .is("r.yaml:5: sensors.elbow.rate: has both cutoff and tau; keep one of the two");
  }

  @Test
  void aCutoffAboveHalfTheLoopRateIsRefused() {
    RobotText.SOUND
        .with("cutoff: 40 Hz", "cutoff: 250 Hz")
        .is(
            "r.yaml:5: sensors.elbow.rate.cutoff: \"250 Hz\" must be above 0 Hz and below"
                + " half the loop's rate, or the filter would do nothing");
  }

  @Test
  void aTimeConstantOfZeroIsRefused() {
    RobotText.SOUND
        .with("cutoff: 40 Hz", "tau: 0 s")
        .is("r.yaml:5: sensors.elbow.rate.tau: \"0 s\" must be above 0 s");
  }

  @Test
  void aFilterWithoutASourceIsRefused() {
    RobotText.SOUND
        .with("derive: elbow.angle, filter: derivative, cutoff: 40 Hz", "cutoff: 40 Hz")
        .is(
            "r.yaml:5: sensors.elbow.rate.cutoff: needs 'derive' beside it; add derive: "
                + "<channel>, or remove this");
  }

  @Test
  void anUnknownFilterIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("filter: derivative", "filter: derivate")
        .is(
            "r.yaml:5: sensors.elbow.rate.filter: \"derivate\" is not known (did you mean"
                + " 'derivative'?); known are lowpass, derivative, tilt-x, tilt-y");
  }

  private static RobotText tilted(String derive, String range) {
    return RobotText.SOUND.with(
        "  elbow.rate:",
        "  body.rate: { range: [-8 rad/s, 8 rad/s] }\n"
            + "  body.forward: { range: [-39 m/s^2, 39 m/s^2] }\n"
            + "  body.up: { range: [-39 m/s^2, 39 m/s^2] }\n"
            + "  body.angle: { derive: "
            + derive
            + ", filter: tilt-y, tau: 1 s, range: "
            + range
            + " }\n  elbow.rate:");
  }

  @Test
  void aTiltIsComputedFromThreeSensorsAndComesFirstAmongTheDerived() {
    RobotSpec robot =
        tilted("[body.rate, body.forward, body.up]", "[-3.2 rad, 3.2 rad]")
            .with("derive: elbow.angle", "derive: body.angle")
            .read();
    DerivedSpec tilt = robot.derived().getFirst();
    assertEquals("body.angle", tilt.channel().name());
    assertEquals(List.of("body.rate", "body.forward", "body.up"), tilt.sources());
    assertEquals(FilterKind.TILT_Y, tilt.kind());
    assertEquals("body.angle", robot.derived().getLast().source(), "which others may filter");
  }

  @Test
  void aTiltNeedsItsSensorsInTheirOrder() {
    tilted("[body.forward, body.rate, body.up]", "[-3.2 rad, 3.2 rad]")
        .is(
            "r.yaml:8: sensors.body.angle.derive: a tilt-y needs channels in [rad/s, m/s^2, m/s^2],"
                + " in this order");
  }

  @Test
  void aTiltOfOneSensorIsRefusedAndIsAnAngle() {
    tilted("body.rate", "[-3.2 rad, 3.2 rad]")
        .is(
            "r.yaml:8: sensors.body.angle.derive: needs three sensors: a rate of turn, and"
                + " accelerations along and up; write a list");
    tilted("[body.rate, body.forward, body.up]", "[-3 m, 3 m]")
        .is("r.yaml:8: sensors.body.angle.range: is in m, but a tilt is in rad");
  }

  @Test
  void aFilterHasOneSource() {
    RobotText.SOUND
        .with("derive: elbow.angle", "derive: [elbow.angle]")
        .is(
            "r.yaml:5: sensors.elbow.rate.derive: is a list, but a derivative has one source; name"
                + " it alone");
  }

  @Test
  void theUnitOfALowPassIsThatOfItsSource() {
    RobotText.SOUND
        .with(
            "filter: derivative, cutoff: 40 Hz, range: [-9 rad/s, 9 rad/s]",
            "filter: lowpass, cutoff: 40 Hz, range: [-9 rad/s, 9 rad/s]")
        .is(
            "r.yaml:5: sensors.elbow.rate.range: is in rad/s, but the lowpass of "
                + "elbow.angle is in rad; write the range in rad");
  }

  @Test
  void aDerivativeNeedsAPosition() {
    RobotText.SOUND
        .with("derive: elbow.angle", "derive: elbow.torque")
        .is(
            "r.yaml:5: sensors.elbow.rate.derive: \"elbow.torque\" is a torque, but a "
                + "derivative needs a position (rad or m)");
  }

  @Test
  void aNameThatNoFormulaCouldUseIsRefused() {
    RobotText.SOUND
        .with("  elbow.rate:", "  9.elbow-x: { range: [0 V, 1 V] }\n  elbow.rate:")
        .is(
            "r.yaml:5: sensors.9.elbow-x: a name is letters, digits, _ and dots, begins "
                + "with a letter and has at most 64 characters, such as shoulder.angle");
  }

  @Test
  void theNamesOfTheReferenceAreReserved() {
    RobotText.SOUND
        .with("  elbow.rate:", "  desired.elbow: { range: [0 V, 1 V] }\n  elbow.rate:")
        .is(
            "r.yaml:5: sensors.desired.elbow: names that begin with 'desired.' belong to "
                + "the reference; choose another");
  }

  @Test
  void aSensorAndAnActuatorNeedDifferentNames() {
    RobotText.SOUND
        .with("  elbow.rate:", "  elbow.torque: { range: [0 V, 1 V] }\n  elbow.rate:")
        .is(
            "r.yaml:5: sensors.elbow.torque: is the name of a sensor and of an actuator; "
                + "rename one of them");
  }

  @Test
  void aBrokerWithoutSchemeIsShownOneWith() {
    RobotText.SOUND
        .with("tcp://localhost:1883", "localhost")
        .is(
            "r.yaml:15: link.broker: \"localhost\" is no address of a broker; write for "
                + "example tcp://localhost:1883");
  }

  @Test
  void aPasswordInTheBrokerIsRefusedAndNotRepeated() {
    RobotText.SOUND
        .with("tcp://localhost:1883", "tcp://me:secret@localhost:1883")
        .is(
            "r.yaml:15: link.broker: has a user or password in it; a robot file is "
                + "shared, so leave them out");
  }

  @Test
  void anImpossiblePortIsRefused() {
    RobotText.SOUND
        .with("tcp://localhost:1883", "tcp://localhost:99999")
        .is(
            "r.yaml:15: link.broker: \"tcp://localhost:99999\" has an impossible port; "
                + "write for example 1883");
  }

  @Test
  void telemetryFasterThanTheLoopIsRefused() {
    RobotText.SOUND
        .with("telemetry: 20 Hz", "telemetry: 2 kHz")
        .is(
            "r.yaml:15: link.telemetry: \"2 kHz\" must be above 0 Hz and at most the "
                + "loop's rate; 20 Hz is plenty");
  }

  @Test
  void aValueOfManyLinesIsToldInOne() {
    RobotText.SOUND
        .with("robot: arm1", "robot: \"a\\nb\"")
        .is("r.yaml:1: robot: \"a b\" must be 1 to 64 of A-Z a-z 0-9 _ -, such as arm2");
  }
}
