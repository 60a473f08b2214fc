package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.fault.FaultKind;
import io.olivo.controller.fault.ScheduledFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultProblemsTest {
  private static RobotText with(String fault) {
    return RobotText.SOUND.with("plant: arm1", "plant: arm1\n  faults: [ { " + fault + " } ]");
  }

  private static void isAnswered(String fault, String problem) {
    with(fault).is("r.yaml:18: sim.faults[0]" + problem);
  }

  @Test
  void aFaultIsReadInSiUnits() {
    assertEquals(
        List.of(new ScheduledFault(FaultKind.SPIKE, "elbow.angle", 20, 2, .5, .05)),
        with("kind: spike, part: elbow.angle, at: 20 s, for: 2 s, size: 0.5 rad, every: 50 ms")
            .read()
            .faults());
  }

  @Test
  void withoutPartAndLengthItIsEverywhereAndToTheEnd() {
    assertEquals(
        List.of(ScheduledFault.of(FaultKind.WEAK, "elbow.torque", 1, Double.POSITIVE_INFINITY)),
        with("kind: weak, at: 1 s").read().faults());
  }

  @Test
  void bitsFlipInCountsOfTheSimulatedEncoder() {
    assertEquals(
        2 * StrictMath.PI / 8192,
        with("kind: bit-flip, at: 1 s").read().faults().getFirst().amount());
    assertEquals(
        .25,
        with("kind: bit-flip, at: 1 s, resolution: 0.25 rad").read().faults().getFirst().amount());
  }

  @Test
  void aFaultOfTheLoopIsInNoPart() {
    assertEquals(
        List.of(new ScheduledFault(FaultKind.CLOCK_STEP, ScheduledFault.ALL, 1, 2, -3, 0)),
        with("kind: clock-step, at: 1 s, for: 2 s, step: -3 s").read().faults());
    isAnswered(
        "kind: bus-hang, at: 1 s, part: elbow.angle",
        ".part: bus-hang is about the whole loop; remove it");
  }

  @Test
  void anUnknownKindIsAnsweredWithTheNearestOne() {
    isAnswered(
        "kind: spkie, at: 1 s",
        ".kind: \"spkie\" is not known (did you mean 'spike'?); known are dropout, freeze, spike,"
            + " bit-flip, nan, drift, delay, duplicate, reorder, stuck, free, weak, inverted,"
            + " lost-writes, bus-hang, clock-step");
  }

  @Test
  void aPartThatIsNotThereIsAnsweredWithTheNearestOne() {
    isAnswered(
        "kind: nan, at: 1 s, part: elbow.angel",
        ".part: there is no raw sensor named \"elbow.angel\" (did you mean 'elbow.angle'?); there"
            + " are all, elbow.angle");
    isAnswered(
        "kind: stuck, at: 1 s, part: elbow.angle",
        ".part: there is no actuator named \"elbow.angle\"; there are all, elbow.torque");
  }

  @Test
  void anAmountThatIsMissingIsShown() {
    isAnswered("kind: drift, at: 1 s", ".rate: is missing; write for example \"rate: 0.1 rad/s\"");
  }

  @Test
  void anAmountOfAnotherKindIsRefused() {
    isAnswered(
        "kind: nan, at: 1 s, size: 0.5 rad", ".size: means nothing to the kind 'nan'; remove it");
    isAnswered(
        "kind: freeze, at: 1 s, every: 2 s",
        ".every: means nothing to the kind 'freeze'; remove it");
  }

  @Test
  void anAmountInAWrongUnitIsRefused() {
    isAnswered(
        "kind: delay, at: 1 s, delay: 1 min",
        ".delay: \"1 min\" is outside 0 s to 10 s; a longer one is a dropout");
    isAnswered(
        "kind: bit-flip, at: 1 s, resolution: 0 rad",
        ".resolution: \"0 rad\" must be above 0; leave it out when unknown");
  }

  @Test
  void timesThatAreNoneAreRefused() {
    isAnswered("kind: nan, at: -1 s", ".at: \"-1 s\" must not be negative; a run begins at 0 s");
    isAnswered("kind: nan, at: 1 s, for: 0 s", ".for: \"0 s\" must be above 0 s; or leave it out");
    isAnswered(
        "kind: nan, at: 1 s, every: -1 s", ".every: \"-1 s\" must be above 0 s; or leave it out");
  }
}
