package io.olivo.deploy.bench;

import io.olivo.deploy.bench.Stretch.Kind;
import java.util.List;
import java.util.Locale;

/** What happens to the plant while it is learned; times since the reference began to move. */
public enum Scenario {
  /** Nothing. */
  STEADY(60),
  /** A load goes on, comes off, comes back and comes off. */
  PAYLOAD(200, new Stretch(Kind.LOAD, 60, 100), new Stretch(Kind.LOAD, 140, 180)),
  /** The load is on before anything is measured, and stays. */
  PAYLOAD_FROM_START(
      120, new Stretch(Kind.LOAD, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
  /** A, then B with a load, then C with other friction and motors, then A again. */
  ABCA(240, new Stretch(Kind.LOAD, 60, 120), new Stretch(Kind.WEAR, 120, 180));

  private final double seconds;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<Stretch> stretches;

  Scenario(double seconds, Stretch... stretches) {
    this.seconds = seconds;
    this.stretches = List.of(stretches);
  }

  /** As people read it, as in "payload from start". */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Its whole length [s]. */
  public double seconds() {
    return seconds;
  }

  /** When the plant is not the plain one. */
  public List<Stretch> stretches() {
    return stretches;
  }
}
