package io.olivo.deploy.trust;

import static io.olivo.controller.failsafe.Trouble.CLOCK_JUMP;
import static io.olivo.controller.failsafe.Trouble.FOLLOWING_ERROR;
import static io.olivo.controller.failsafe.Trouble.SENSOR_LOST;
import static io.olivo.controller.failsafe.Trouble.SENSOR_STUCK;
import static io.olivo.controller.failsafe.Trouble.STALL;

import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.fault.FaultKind;
import io.olivo.deploy.hostile.Poison;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must happen, fault by fault, stated before the run: the one place that says it. */
public final class Promises {
  private static final String FOLLOWS =
      "nothing compares the sensor with anything else: the robot follows it";
  private static final String UNSEEN_MOTOR =
      "nothing compares what the motor does with what it was told";
  private static final String STANDS = "the joint stands while its reference leaves";
  private static final String FAST = "the joint leaves its reference, or the range of its speed";
  private static final String RUNAWAY = "the joint is soon far from its reference";

  private static final List<Promise> SENSORS =
      List.of(
          ride("dropout", all(FaultKind.DROPOUT), .01, "the last good value bridges it"),
          pause("dropout", all(FaultKind.DROPOUT), .2, SENSOR_LOST, "older than stale_after"),
          stop("dropout", all(FaultKind.DROPOUT), 5, SENSOR_LOST, "longer than give_up"),
          ride("freeze", all(FaultKind.FREEZE), .1, "too short to tell from a joint at rest"),
          stop("freeze", all(FaultKind.FREEZE), 5, SENSOR_STUCK, "100 equal readings in motion"),
          ride("spike, far", some(FaultKind.SPIKE, .2, .05), 2, "farther than it can have gone"),
          ride("bit-flip", some(FaultKind.BIT_FLIP, 0, .1), 2, "as a spike, or too small to harm"),
          ride("nan, now and then", some(FaultKind.NAN, 0, .02), 2, "not believed, and bridged"),
          pause("nan", all(FaultKind.NAN), .2, SENSOR_LOST, "no value is good"),
          stop("nan", all(FaultKind.NAN), 5, SENSOR_LOST, "longer than give_up"),
          ride("drift", some(FaultKind.DRIFT, .01, 0), .2, "small"),
          unseen("drift", some(FaultKind.DRIFT, .01, 0), 5, FOLLOWS),
          ride("delay, 10 ms", some(FaultKind.DELAY, .01, 0), .2, "the feedback has room"),
          ride("delay, 10 ms", some(FaultKind.DELAY, .01, 0), 5, "the feedback has room"),
          ride("duplicate", all(FaultKind.DUPLICATE), 5, "half the rate is enough"),
          ride(
              "reorder",
              all(FaultKind.REORDER),
              5,
              "one that comes after a newer one is not believed"));

  private static final List<Promise> ACTUATORS =
      List.of(
          ride("stuck", all(FaultKind.STUCK), .1, "short"),
          stop("stuck", all(FaultKind.STUCK), 5, List.of(FOLLOWING_ERROR, STALL), RUNAWAY),
          ride("free", all(FaultKind.FREE), .1, "short"),
          stop("free", all(FaultKind.FREE), 5, List.of(FOLLOWING_ERROR, STALL), RUNAWAY),
          ride("weak, half", some(FaultKind.WEAK, .5, 0), 5, "feedback and learner push harder"),
          ride("inverted", all(FaultKind.INVERTED), .1, "short"),
          stop("inverted", all(FaultKind.INVERTED), 5, List.of(FOLLOWING_ERROR, SENSOR_LOST), FAST),
          ride("lost-writes", some(FaultKind.LOST_WRITES, 0, .01), 5, "the one before is close"));

  private static final List<Promise> LOOP =
      List.of(
          ride("bus-hang", all(FaultKind.BUS_HANG), .05, "shorter than a jump of the clock"),
          pause("bus-hang", all(FaultKind.BUS_HANG), .3, CLOCK_JUMP, "the loop was away"),
          pause("clock, +100 ms", some(FaultKind.CLOCK_STEP, .1, 0), 2, CLOCK_JUMP, "falls back"),
          pause("clock, +1 s", some(FaultKind.CLOCK_STEP, 1, 0), 2, CLOCK_JUMP, "both ends jump"),
          pause("clock, -1 s", some(FaultKind.CLOCK_STEP, -1, 0), 2, CLOCK_JUMP, "the same"));

  private static final List<Promise> LEARNER =
      List.of(
          poisoned("learner flipped", Poison.FLIPPED),
          poisoned("learner huge", Poison.HUGE),
          poisoned("learner nan", Poison.NAN));

  /** By plant, in place of the usual one of the same fault and length. */
  private static final Map<String, List<Promise>> UNUSUAL =
      Map.of(
          "arm2",
          List.of(
              stop("stuck", all(FaultKind.STUCK), 5, List.of(SENSOR_STUCK, STALL), STANDS),
              stop(
                  "free",
                  all(FaultKind.FREE),
                  5,
                  List.of(SENSOR_STUCK, FOLLOWING_ERROR, STALL),
                  STANDS)),
          "cart1",
          List.of(
              pause(
                  "freeze",
                  all(FaultKind.FREEZE),
                  .1,
                  SENSOR_LOST,
                  "where it is afterwards is believed when it can have gone there"),
              stop(
                  "stuck",
                  all(FaultKind.STUCK),
                  5,
                  List.of(FOLLOWING_ERROR, STALL, SENSOR_LOST),
                  "it is soon far from its reference, or beyond its rail")),
          "gaze2",
          List.of(
              unseen("stuck", all(FaultKind.STUCK), 5, UNSEEN_MOTOR),
              unseen("free", all(FaultKind.FREE), 5, UNSEEN_MOTOR),
              unseen("inverted", all(FaultKind.INVERTED), 5, UNSEEN_MOTOR),
              pause(
                  "clock, +100 ms",
                  some(FaultKind.CLOCK_STEP, .1, 0),
                  2,
                  SENSOR_LOST,
                  "filtered commands are older than stale_after for a tick")));

  private Promises() {}

  private static Cause all(FaultKind kind) {
    return some(kind, 0, 0);
  }

  private static Cause some(FaultKind kind, double amount, double every) {
    return new Cause.Broken(kind, amount, every);
  }

  private static Promise ride(String fault, Cause cause, double seconds, String why) {
    return new Promise(fault, cause, seconds, Must.RIDE_THROUGH, List.of(), why);
  }

  private static Promise unseen(String fault, Cause cause, double seconds, String why) {
    return new Promise(fault, cause, seconds, Must.NOT_NOTICED, List.of(), why);
  }

  private static Promise pause(
      String fault, Cause cause, double seconds, Trouble trouble, String why) {
    return new Promise(fault, cause, seconds, Must.DEGRADE, List.of(trouble), why);
  }

  private static Promise stop(
      String fault, Cause cause, double seconds, Trouble trouble, String why) {
    return stop(fault, cause, seconds, List.of(trouble), why);
  }

  private static Promise stop(
      String fault, Cause cause, double seconds, List<Trouble> troubles, String why) {
    return new Promise(fault, cause, seconds, Must.STOP, troubles, why);
  }

  private static Promise poisoned(String fault, Poison poison) {
    return new Promise(
        fault, new Cause.Poisoned(poison), .002, Must.DEGRADE, List.of(), "the guard goes back");
  }

  /** Of a plant, in the order of the table. */
  public static List<Promise> of(String plant) {
    List<Promise> unusual = unusual(plant);
    return usual().stream()
        .map(it -> unusual.stream().filter(it::isOfSameFault).findFirst().orElse(it))
        .toList();
  }

  /** Of all plants, but for those that are {@link #unusual}. */
  public static List<Promise> usual() {
    return Stream.of(SENSORS, ACTUATORS, LOOP, LEARNER).flatMap(List::stream).toList();
  }

  /** Of one plant alone. */
  public static List<Promise> unusual(String plant) {
    return UNUSUAL.getOrDefault(plant, List.of());
  }
}
