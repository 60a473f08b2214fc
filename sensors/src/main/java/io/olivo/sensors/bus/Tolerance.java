package io.olivo.sensors.bus;

/**
 * What a bus puts up with.
 *
 * @param tries how often a reading is tried before it counts as failed
 * @param beginAnewSeconds without a reading for so long a chip is made ready anew
 * @param beginAgainSeconds so long after a chip could not be made ready it is tried again
 */
public record Tolerance(int tries, double beginAnewSeconds, double beginAgainSeconds) {
  /** Three tries and half a second, as robots commonly have it. */
  public static final Tolerance STANDARD = new Tolerance(3, .5, .1);

  /** Refuses what makes no sense. */
  public Tolerance {
    if (tries < 1 || !(beginAnewSeconds > 0) || !(beginAgainSeconds > 0)) {
      throw new IllegalArgumentException("a bus needs at least one try and times above 0 s");
    }
  }
}
