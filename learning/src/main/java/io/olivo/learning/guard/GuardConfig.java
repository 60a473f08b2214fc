package io.olivo.learning.guard;

/**
 * When a learner is not trusted. Times are robot time.
 *
 * @param experienceSeconds before nothing but nonsense is acted upon
 * @param fastSeconds time constant of what counts as now
 * @param usualSeconds time constant of what counts as usual
 * @param band the effort of the feedback leaves its band at so many times the usual one
 * @param calm and what is learned is accepted while it stays below so many times the usual one
 * @param least effort that is never out of band [share of the output's limit]
 * @param win another is better when its squared miss is below this share
 * @param rise a learner that jumped is guilty when the effort rises to so many times that before
 * @param suspectSeconds evidence for so long freezes the learner
 * @param convictSeconds evidence for so long on top of it rolls the learner back
 * @param doubtSeconds a learner that jumped is frozen for so long unless evidence comes
 * @param acceptSeconds how often what was learned is put on probation
 * @param probationSeconds in its band for so long it becomes the generation to go back to
 * @param coolSeconds after a rollback nothing is learned for so long
 * @param candidateSeconds a candidate is judged over so long at least
 * @param candidateWin and promoted when its squared miss is below this share
 */
public record GuardConfig(
    double experienceSeconds,
    double fastSeconds,
    double usualSeconds,
    double band,
    double calm,
    double least,
    double win,
    double rise,
    double suspectSeconds,
    double convictSeconds,
    double doubtSeconds,
    double acceptSeconds,
    double probationSeconds,
    double coolSeconds,
    double candidateSeconds,
    double candidateWin) {
  /** Chosen on arm2, cart1 and gaze2 with seeds 1000 to 1003, which are never reported. */
  public static final GuardConfig STANDARD =
      new GuardConfig(10, .05, 5, 3, 6, .002, .25, 6, .1, .06, .4, 4, 1, 1, 10, .8);

  /** Refuses what makes no sense. */
  public GuardConfig {
    require(experienceSeconds >= 0, "experience must be 0 or more");
    require(fastSeconds > 0 && usualSeconds > fastSeconds, "usual must be slower than fast");
    require(band > 1, "band must be above 1");
    require(calm >= band, "calm must be at least band");
    require(doubtSeconds >= 0, "doubt must be 0 or more");
    require(least > 0, "least must be above 0");
    require(win > 0 && win < 1, "win must be in (0, 1)");
    require(rise > 1, "rise must be above 1");
    require(suspectSeconds >= 0 && convictSeconds >= 0, "suspect and convict must be 0 or more");
    require(acceptSeconds > 0 && probationSeconds > 0, "accept and probation must be above 0");
    require(coolSeconds >= 0, "cool must be 0 or more");
    require(candidateSeconds > 0, "candidate must be above 0");
    require(candidateWin > 0 && candidateWin < 1, "candidate win must be in (0, 1)");
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException("guard: " + message);
    }
  }
}
