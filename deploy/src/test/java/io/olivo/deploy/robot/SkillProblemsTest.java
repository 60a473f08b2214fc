package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkillProblemsTest {
  @Test
  void anUnknownJointIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("joints: [elbow]", "joints: [elbwo]")
        .is(
            "r.yaml:12: skill.track.joints: there are no channels named 'elbwo.*' (did "
                + "you mean 'elbow'?); there are elbow");
  }

  @Test
  void aJointWithoutPositionIsShownOne() {
    RobotText.SOUND
        .with(
            "elbow.angle: { range: [-3 rad, 3 rad] }\n  elbow.rate: { derive: " + "elbow.angle",
            "hand.angle: { range: [-3 rad, 3 rad] }\n  elbow.rate: { derive: hand.angle")
        .is(
            "r.yaml:12: skill.track.joints: joint \"elbow\" has no sensor of its position"
                + " (rad or m); add one named 'elbow.*' with { range: [-3 rad, 3 rad] }",
            "r.yaml:19: sim.sensors.elbow.angle: there is no raw sensor of this name; "
                + "there are hand.angle");
  }

  @Test
  void aJointWithoutVelocityIsShownOne() {
    RobotText.SOUND
        .with("elbow.rate:", "hand.rate:")
        .is(
            "r.yaml:12: skill.track.joints: joint \"elbow\" has no channel of its "
                + "velocity (rad/s or m/s); add one named 'elbow.*' with { derive: elbow.angle,"
                + " filter: derivative, cutoff: 40 Hz, range: ... }");
  }

  @Test
  void aJointWithoutActuatorIsShownOne() {
    RobotText.SOUND
        .with("elbow.torque:", "hand.torque:")
        .is(
            "r.yaml:12: skill.track.joints: joint \"elbow\" has no actuator; add one "
                + "named 'elbow.*' with { range, rate and safe }");
  }

  @Test
  void aJointWithTwoPositionsIsRefused() {
    RobotText.SOUND
        .with("  elbow.rate:", "  elbow.other: { range: [-3 rad, 3 rad] }\n  elbow.rate:")
        .is(
            "r.yaml:13: skill.track.joints: joint \"elbow\" has more than one sensor of "
                + "its position (rad or m): elbow.angle, elbow.other; rename all but one");
  }

  @Test
  void aJointIsNamedOnce() {
    RobotText.SOUND
        .with("joints: [elbow]", "joints: [elbow, elbow]")
        .is(
            "r.yaml:12: skill.track.joints: \"elbow\" is here twice; name it once",
            "r.yaml:13: skill.feedback.kp: has 1 value, but there are 2 joints; write one"
                + " per joint",
            "r.yaml:13: skill.feedback.kd: has 1 value, but there are 2 joints; write one"
                + " per joint");
  }

  @Test
  void jointsAreAList() {
    RobotText.SOUND
        .with("joints: [elbow]", "joints: elbow")
        .is(
            "r.yaml:12: skill.track.joints: must be a list, not \"elbow\"; write for "
                + "example [shoulder, elbow]");
  }

  @Test
  void atLeastOneJointIsNeeded() {
    RobotText.SOUND
        .with("joints: [elbow]", "joints: []")
        .is(
            "r.yaml:12: skill.track.joints: is an empty list; write for example "
                + "[shoulder, elbow]");
  }

  @Test
  void anUnknownReferenceIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("reference: sines", "reference: sine")
        .is(
            "r.yaml:12: skill.track.reference: \"sine\" is not known (did you mean "
                + "'sines'?); known are figure8, reach, noise, mixed, sines, hold");
  }

  @Test
  void aRecordedReferenceMustExist() {
    RobotText.SOUND
        .with("reference: sines", "reference: { file: nowhere.csv }")
        .is(
            "r.yaml:12: skill.track.reference.file: \"nowhere.csv\" is not there; the "
                + "path counts from the robot file's folder");
  }

  @Test
  void feedbackHasOneGainPerJoint() {
    RobotText.SOUND
        .with("kp: [60]", "kp: [60, 30]")
        .is(
            "r.yaml:13: skill.feedback.kp: has 2 values, but there is 1 joint; write one "
                + "per joint");
  }

  @Test
  void aGainIsAPlainNumber() {
    RobotText.SOUND
        .with("kp: [60]", "kp: [60 N*m]")
        .is(
            "r.yaml:13: skill.feedback.kp: \"60 N*m\" is not a finite plain number; write"
                + " for example 0.5");
  }

  @Test
  void trackingNeedsItsGains() {
    RobotText.SOUND
        .with("kp: [60], kd: [4]", "kd: [4]")
        .is("r.yaml:13: skill.feedback.kp: is missing; write for example \"kp: [60, 30]\"");
  }

  @Test
  void trackingHasNoReflexGain() {
    RobotText.SOUND
        .with("kp: [60]", "kp: [60], gain: [1]")
        .is(
            "r.yaml:13: skill.feedback.gain: belongs to a skill of the kind 'cancel'; "
                + "remove it");
  }

  @Test
  void aSkillIsTrackOrCancel() {
    RobotText.SOUND
        .with("  track: { joints: [elbow], reference: sines }\n", "")
        .is(
            "r.yaml:11: skill: has none of track, cancel and reward; write for example \"track: {"
                + " joints: [elbow], reference: sines }\"");
  }

  @Test
  void aSkillIsNotBothTrackAndCancel() {
    RobotText.SOUND
        .with(
            "  feedback:",
            "  cancel: { errors: [elbow.rate], actuators: [elbow.torque] }\n  feedback:")
        .is("r.yaml:11: skill: has track and cancel; keep one of them");
  }

  @Test
  void aCancelledErrorMustBeAKnownSensor() {
    RobotText.SOUND
        .with(
            "track: { joints: [elbow], reference: sines }\n  feedback: { kp: [60], kd: " + "[4] }",
            "cancel: { errors: [elbow.rat], actuators: [elbow.angle] }\n  feedback: { "
                + "from: [elbow.angle], gain: [-1] }")
        .is(
            "r.yaml:12: skill.cancel.errors: there is no sensor named \"elbow.rat\" (did "
                + "you mean 'elbow.rate'?); there are elbow.angle, elbow.rate",
            "r.yaml:12: skill.cancel.actuators: there is no actuator named "
                + "\"elbow.angle\"; there are elbow.torque");
  }

  @Test
  void cancellingHasOneActuatorAndOneGainPerError() {
    RobotText.SOUND
        .with(
            "track: { joints: [elbow], reference: sines }\n  feedback: { kp: [60], kd: " + "[4] }",
            "cancel: { errors: [elbow.rate, elbow.angle], actuators: [elbow.torque] }"
                + "\n  feedback: { from: [elbow.angle], gain: [-1] }")
        .is(
            "r.yaml:12: skill.cancel.actuators: has 1 value, but there are 2 errors; "
                + "write one per error",
            "r.yaml:13: skill.feedback.from: has 1 value, but there are 2 errors; write "
                + "one per error",
            "r.yaml:13: skill.feedback.gain: has 1 value, but there are 2 errors; write "
                + "one per error");
  }

  @Test
  void whatIsAddedIsOneFormulaPerJoint() {
    RobotText.SOUND
        .with("kd: [4] }", "kd: [4], plus: [\"1\", \"2\"] }")
        .is(
            "r.yaml:13: skill.feedback.plus: has 2 values, but there is 1 joint; write one per"
                + " joint");
    var track =
        assertInstanceOf(
            SkillSpec.Track.class,
            RobotText.SOUND.with("kd: [4] }", "kd: [4], plus: [\"elbow.rate\"] }").read().skill());
    assertEquals(List.of("elbow.rate"), track.plus());
  }

  @Test
  void cancellingNeedsAReflex() {
    RobotText.SOUND
        .with(
            "track: { joints: [elbow], reference: sines }\n  feedback: { kp: [60], kd: " + "[4] }",
            "cancel: { errors: [elbow.rate], actuators: [elbow.torque] }\n  feedback: {"
                + " kp: [60] }")
        .is(
            "r.yaml:13: skill.feedback.kp: belongs to a skill of the kind 'track'; remove" + " it",
            "r.yaml:13: skill.feedback.from: is missing; write for example \"from: "
                + "[yaw.head, pitch.head]\"",
            "r.yaml:13: skill.feedback.gain: is missing; write for example \"gain: [-0.6,"
                + " -0.6]\"");
  }

  @Test
  void anUnknownRuleIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("rule: cerebellum", "rule: cerebelum")
        .is(
            "r.yaml:14: skill.learner.rule: \"cerebelum\" is not known (did you mean "
                + "'cerebellum'?); known are cerebellum, net, fel, pes, actor-critic, none");
  }

  @Test
  void feedbackAndPerturbExcludeEachOther() {
    RobotText.SOUND
        .with("rule: cerebellum", "rule: net, feedback: fixed, perturb: node")
        .is(
            "r.yaml:14: skill.learner.perturb: excludes feedback: a net is told its error over a way"
                + " back, or finds out by perturbing; keep one of the two");
  }

  @Test
  void anUnknownWayBackIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("rule: cerebellum", "rule: net, feedback: kolen_pollack")
        .is(
            "r.yaml:14: skill.learner.feedback: \"kolen_pollack\" is not known (did you mean "
                + "'kolen-pollack'?); known are fixed, direct, sign, kolen-pollack, mirror,"
                + " transpose");
  }

  @Test
  void aNetWithoutLayersOrWithAnEmptyOneIsRefused() {
    RobotText.SOUND
        .with("rule: cerebellum", "rule: net, hidden: []")
        .is(
            "r.yaml:14: skill.learner.hidden: needs 1 to 8 layers, not 0; remove it to get [64,"
                + " 64]");
    RobotText.SOUND
        .with("rule: cerebellum", "rule: net, hidden: [64, 0]")
        .is("r.yaml:14: skill.learner.hidden[1]: \"0\" must be a whole number from 1 to 1024");
  }

  @Test
  void lessThanNothingCannotBeReplayed() {
    RobotText.SOUND
        .with("rule: cerebellum", "rule: net, replay: -1")
        .is("r.yaml:14: skill.learner.replay: \"-1\" must be a whole number from 0 to 100000");
  }

  @Test
  void aNetIsReadAsItIsWritten() {
    NetShape net =
        RobotText.SOUND
            .with("rule: cerebellum", "rule: net, perturb: node, hidden: [32, 16], replay: 0")
            .read()
            .learner()
            .net();
    assertEquals(Optional.of(NetPerturb.NODE), net.perturb());
    assertEquals(List.of(32, 16), net.hidden());
    assertEquals(0, net.replay());
  }

  @Test
  void tooManyGranulesAreRefused() {
    RobotText.SOUND
        .with("granules: 512", "granules: 70000")
        .is(
            "r.yaml:14: skill.learner.granules: \"70000\" must be a whole number from 0 "
                + "to 65536");
  }

  @Test
  void halfAGranuleIsRefused() {
    RobotText.SOUND
        .with("granules: 512", "granules: 5.5")
        .is(
            "r.yaml:14: skill.learner.granules: \"5.5\" must be a whole number from 0 to "
                + "65536");
  }

  @Test
  void aClimbingFibreOfAnUnknownKindIsRefused() {
    RobotText.SOUND
        .with("granules: 512", "climbing_fibre: all_or_none")
        .is(
            "r.yaml:14: skill.learner.climbing_fibre: \"all_or_none\" is not known (did you mean "
                + "'all-or-none'?); known are continuous, graded, all-or-none");
  }

  @Test
  void anEmptyListOfInputsIsRefused() {
    RobotText.SOUND
        .with("granules: 512", "inputs: []")
        .is(
            "r.yaml:14: skill.learner.inputs: is an empty list; name an input, or remove "
                + "it to get the usual ones");
  }

  @Test
  void anEmptyFormulaIsRefused() {
    RobotText.SOUND
        .with("granules: 512", "inputs: [elbow.rate, \"\"]")
        .is(
            "r.yaml:14: skill.learner.inputs[1]: is empty; write for example "
                + "\"sin(shoulder.angle)\"");
  }

  @Test
  void aFormulaIsNoList() {
    RobotText.SOUND
        .with("granules: 512", "inputs: [[elbow.rate]]")
        .is(
            "r.yaml:14: skill.learner.inputs[0]: must be a single value, not a list; "
                + "write for example \"sin(shoulder.angle)\"");
  }

  @Test
  void inertiaIsAboveZeroAndOnePerJoint() {
    RobotText.SOUND
        .with("granules: 512", "inertia: [1, -1]")
        .is(
            "r.yaml:14: skill.learner.inertia: must be above 0; remove it to have it " + "measured",
            "r.yaml:14: skill.learner.inertia: needs one number per joint or error, that "
                + "is 1, not 2");
  }

  @Test
  void aNegativeLagIsRefused() {
    RobotText.SOUND
        .with("granules: 512", "lag: -3 ms")
        .is(
            "r.yaml:14: skill.learner.lag: \"-3 ms\" is outside 0 s to 2 s; a longer one "
                + "can't be learned from");
  }
}
