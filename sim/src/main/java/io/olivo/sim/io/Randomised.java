package io.olivo.sim.io;

/**
 * A parameter of a simulated robot that is drawn anew whenever the robot is put back, so that what
 * is learned does not lean on one value (domain randomisation, Tobin et al. 2017).
 *
 * @param parameter its name; of one number
 * @param low least value
 * @param high largest value
 */
public record Randomised(String parameter, double low, double high) {
  /** Refuses an empty range. */
  public Randomised {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "randomise.%s: [%s, %s] is empty; write the lower end first"
              .formatted(parameter, low, high));
    }
  }
}
