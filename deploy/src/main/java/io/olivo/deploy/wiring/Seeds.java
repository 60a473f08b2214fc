package io.olivo.deploy.wiring;

import io.olivo.learning.Chance;

/**
 * Independent streams from the one seed of a run.
 *
 * @param trajectory of the reference
 * @param plant of sensor noise and of what the plant draws
 * @param learner of granules and dither
 * @param faults of what breaks on purpose
 */
public record Seeds(long trajectory, long plant, long learner, long faults) {
  /** The same four for the same seed, on every machine. */
  public static Seeds of(long seed) {
    Chance chance = new Chance(seed);
    return new Seeds(chance.bits(), chance.bits(), chance.bits(), chance.bits());
  }
}
