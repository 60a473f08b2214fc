package io.olivo.sim.io;

/**
 * What is wrong with a simulated sensor.
 *
 * @param resolution readings are multiples of this [channel's unit], 0 for exact
 * @param delaySeconds readings are so old
 * @param noise standard deviation of normal noise [channel's unit]
 */
public record Imperfection(double resolution, double delaySeconds, double noise) {
  /** A perfect sensor. */
  public static final Imperfection NONE = new Imperfection(0, 0, 0);

  /** Refuses what no sensor does. */
  public Imperfection {
    if (!(resolution >= 0 && delaySeconds >= 0 && noise >= 0)) {
      throw new IllegalArgumentException(
          "resolution, delay and noise must be at least 0, got %s, %s, %s"
              .formatted(resolution, delaySeconds, noise));
    }
  }
}
