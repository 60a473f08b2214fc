package io.olivo.deploy.robot;

import org.junit.jupiter.api.Test;

class SimProblemsTest {
  @Test
  void anUnknownPlantKeyIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("plant: arm1", "plants: arm1")
        .is(
            "r.yaml:17: sim: unknown key 'plants' (did you mean 'plant'?); known keys are"
                + " plant, sensors, episode, randomise, parameters, schedule, faults");
  }

  @Test
  void anUnknownSimulatedSensorIsAnsweredWithTheNearest() {
    RobotText.SOUND
        .with("    elbow.angle: { bits", "    elbow.angel: { bits")
        .is(
            "r.yaml:19: sim.sensors.elbow.angel: there is no raw sensor of this name (did"
                + " you mean 'elbow.angle'?); there are elbow.angle");
  }

  @Test
  void aDerivedChannelHasNoEncoder() {
    RobotText.SOUND
        .with("    elbow.angle: { bits", "    elbow.rate: { bits")
        .is(
            "r.yaml:19: sim.sensors.elbow.rate: there is no raw sensor of this name; "
                + "there are elbow.angle");
  }

  @Test
  void anEncoderHasBitsOrAResolution() {
    RobotText.SOUND
        .with("bits: 13", "bits: 13, resolution: 1 deg")
        .is(
            "r.yaml:19: sim.sensors.elbow.angle.bits: is beside resolution; keep one of "
                + "the two");
  }

  @Test
  void anEncoderHasAtMost32Bits() {
    RobotText.SOUND
        .with("bits: 13", "bits: 99")
        .is(
            "r.yaml:19: sim.sensors.elbow.angle.bits: \"99\" must be a whole number from "
                + "1 to 32");
  }

  @Test
  void bitsAreForAngles() {
    RobotText.SOUND
        .with("  elbow.rate:", "  v: { range: [0 V, 1 V] }\n  elbow.rate:")
        .with("elbow.angle: { bits: 13, delay: 2 ms }", "v: { bits: 13 }")
        .is(
            "r.yaml:20: sim.sensors.v.bits: is for angles, but this is a voltage; write "
                + "resolution instead");
  }

  @Test
  void negativeNoiseIsRefused() {
    RobotText.SOUND
        .with("bits: 13", "noise: -1 deg")
        .is(
            "r.yaml:19: sim.sensors.elbow.angle.noise: \"-1 deg\" must not be negative; 0"
                + " means none");
  }

  @Test
  void aParameterIsAPlainNumber() {
    RobotText.SOUND
        .with("payload: 0 ", "payload: 0.7 kg ")
        .is(
            "r.yaml:20: sim.parameters.payload: \"0.7 kg\" is not a finite plain number; "
                + "write for example 0.5");
  }

  @Test
  void aRangeToDrawFromHasTwoEndsInOrder() {
    RobotText.SOUND
        .with("  parameters: { payload: 0 }", "  randomise: { payload: [.3, 0] }")
        .is(
            "r.yaml:20: sim.randomise.payload: needs its lower end and its higher one;"
                + " write [0.8, 1.2]");
  }

  @Test
  void aScheduleIsInTheOrderOfTimeAndEachEntryChangesSomething() {
    RobotText.SOUND
        .with(
            "  parameters: { payload: 0 }",
            "  schedule:\n    - { at: 40 s }\n    - { at: 3 s, payload: 1 }\n    - 7"
                + "\n    - { payload: 2 }")
        .is(
            "r.yaml:21: sim.schedule[0]: changes nothing; add for example payload: 0.7",
            "r.yaml:22: sim.schedule[1].at: \"3 s\" is before the entry above, or "
                + "negative; order them by time",
            "r.yaml:23: sim.schedule[2]: must be a block of at, not \"7\"; write for "
                + "example { at: 40 s, payload: 0.7 }",
            "r.yaml:24: sim.schedule[3].at: is missing; write for example \"at: 40 s\"");
  }
}
