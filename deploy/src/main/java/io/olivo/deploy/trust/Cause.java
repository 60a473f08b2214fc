package io.olivo.deploy.trust;

import io.olivo.controller.fault.FaultKind;
import io.olivo.deploy.hostile.Poison;

/** What breaks. */
public sealed interface Cause {
  /**
   * A part of the robot.
   *
   * @param kind how
   * @param amount spike: share of half the channel's range; drift: the same per second; else as
   *     {@link FaultKind} says
   * @param everySeconds mean time between single events; 0 for every sample
   */
  record Broken(FaultKind kind, double amount, double everySeconds) implements Cause {}

  /** Nothing: the robot is disarmed at the begin and armed again at the end, by command. */
  record Restarted() implements Cause {}

  /** What the learner knows, once, at the begin. */
  record Poisoned(Poison poison) implements Cause {}
}
