package io.olivo.sim.throwing;

import io.olivo.learning.reward.GranuleConstants;

/**
 * Constants of those who learn to throw from reward, frozen before any report.
 *
 * @param path of who chooses paths by feedback alone
 * @param trackedPath of who chooses paths that the cerebellum follows
 * @param torques of who chooses torques
 */
record ThrowSettings(
    GranuleConstants path, GranuleConstants trackedPath, GranuleConstants torques) {
  /** The frozen ones. */
  static final ThrowSettings FROZEN =
      new ThrowSettings(path(.1, .1), path(.3, .1), torques(.3, .03));

  /** For a choice of one number seen, once per throw; independent noise. */
  static GranuleConstants path(double noise, double actorRate) {
    return constants(0, 0, noise, actorRate, .01, 48, 24, 1);
  }

  /** For torques fifty times a second; held noise. */
  static GranuleConstants torques(double noise, double actorRate) {
    return constants(.98, .9, noise, actorRate, 3e-4, 64, 64, 3).held(.1, 0);
  }

  private static GranuleConstants constants(
      double discount,
      double traceDecay,
      double noise,
      double actorRate,
      double slowRate,
      int groups,
      int prototypes,
      int fanIn) {
    return new GranuleConstants(
        discount,
        traceDecay,
        noise,
        1,
        0,
        actorRate,
        .5,
        slowRate,
        groups,
        prototypes,
        fanIn,
        .001,
        3,
        .1,
        .5,
        1,
        .5,
        .01);
  }
}
