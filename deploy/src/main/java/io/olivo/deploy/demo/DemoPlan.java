package io.olivo.deploy.demo;

import io.olivo.deploy.wiring.Wiring;
import io.olivo.sim.io.Change;
import java.util.List;

/**
 * When the arm carries an unknown load; all in robot time.
 *
 * @param seconds length of the demo
 */
public record DemoPlan(double seconds) {
  /** The bank knows its usual error after 15 s of learning; before that no load is remembered. */
  public static final double SHORTEST_SECONDS = 60;

  /** The figure of eight takes so long [s]. */
  public static final double ROUND_SECONDS = 2.5;

  /** The load at the tip [kg]. */
  public static final double LOAD = .7;

  /** Back on track means that half a second's error stays below this [rad]. */
  public static final double ON_TRACK = 5e-3;

  /** Refuses a demo too short to show anything. */
  public DemoPlan {
    if (!(seconds >= SHORTEST_SECONDS && seconds <= 3600)) {
      throw new IllegalArgumentException(
          "--seconds must be %.0f to 3600, got %s".formatted(SHORTEST_SECONDS, seconds));
    }
  }

  /** The load goes on for the first time [s]. */
  public double firstOn() {
    return roundNear(.4);
  }

  /** The load comes off again [s]. */
  public double firstOff() {
    return roundNear(.6);
  }

  /** The same load comes back [s]. */
  public double secondOn() {
    return roundNear(.75);
  }

  /** The load comes off for good [s]. */
  public double secondOff() {
    return roundNear(.9);
  }

  /** The beginning of a round of the figure of eight, as in the payload test of the bench. */
  private double roundNear(double share) {
    double rounds = Math.rint((share * seconds - Wiring.HOLD_SECONDS) / ROUND_SECONDS);
    return Wiring.HOLD_SECONDS + rounds * ROUND_SECONDS;
  }

  /** Whether the load is on. */
  public boolean loaded(double atSeconds) {
    return (atSeconds >= firstOn() && atSeconds < firstOff())
        || (atSeconds >= secondOn() && atSeconds < secondOff());
  }

  /** For the simulator. */
  public List<Change> changes() {
    return List.of(
        new Change(firstOn(), "payload", LOAD),
        new Change(firstOff(), "payload", 0),
        new Change(secondOn(), "payload", LOAD),
        new Change(secondOff(), "payload", 0));
  }
}
