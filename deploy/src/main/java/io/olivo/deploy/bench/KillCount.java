package io.olivo.deploy.bench;

/**
 * What was found after kills at one step.
 *
 * @param kills how many
 * @param newest times that the generation being published was there
 * @param previous times that the one before was the newest
 * @param broken times that neither was, or not the newest although it had been promised
 */
public record KillCount(long kills, long newest, long previous, long broken) {
  /** Nobody was killed. */
  static final KillCount NONE = new KillCount(0, 0, 0, 0);

  static KillCount of(boolean foundNewest, boolean foundPrevious, boolean broke) {
    return new KillCount(1, foundNewest ? 1 : 0, foundPrevious ? 1 : 0, broke ? 1 : 0);
  }

  KillCount plus(KillCount other) {
    return new KillCount(
        kills + other.kills,
        newest + other.newest,
        previous + other.previous,
        broken + other.broken);
  }
}
