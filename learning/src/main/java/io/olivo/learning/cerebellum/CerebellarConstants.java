package io.olivo.learning.cerebellum;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The constants of the cerebellar learner. There is one set, {@link #STANDARD}, for every plant;
 * what differs between plants is measured by {@link io.olivo.learning.olive.Identification}.
 *
 * @param traceTau time constant of the traces [s]
 * @param priorLinear prior variance of constant and linear features, P0
 * @param priorProduct prior variance of products, P0
 * @param forgetting lambda of the bounded forgetting, per tick
 * @param inertiaFactor how much of the measured inertia the target claims [1]
 * @param floorLow smallest gain floor [1]
 * @param floorHigh largest gain floor [1]
 * @param floorNoise how much fast error counts as noise [1]
 * @param trust how much large feedback lowers the trust in a sample [1]
 * @param trustLag lag at which {@code trust} is told [s]
 * @param surpriseRate step of the normalised LMS when the error surprises [1]
 * @param granuleRate step of the granules' normalised LMS [1]
 * @param granuleMemory time constant with which granules forget what nothing renews [s]
 * @param slots largest number of remembered plants
 * @param spawnFactor a new slot opens above this multiple of the usual error power [1]
 * @param noveltySeconds a new slot opens after so long above [s]
 * @param noveltyLags and so many of the loop's lags [1]
 * @param noveltyLeast slow error that is usual however small it was, over the output's limit [1]
 * @param evidence a remembered plant is retrieved at so much evidence [s]
 * @param recallRest how long the weights stay as they were remembered [s]
 * @param spawnPrior part of the prior variance that is given back when a slot opens [1]
 * @param mergeFactor slots whose predictions differ by less than this multiple of the usual error
 *     power mean the same plant [1]
 */
public record CerebellarConstants(
    double traceTau,
    double priorLinear,
    double priorProduct,
    double forgetting,
    double inertiaFactor,
    double floorLow,
    double floorHigh,
    double floorNoise,
    double trust,
    double trustLag,
    double surpriseRate,
    double granuleRate,
    double granuleMemory,
    int slots,
    double spawnFactor,
    double noveltySeconds,
    double noveltyLags,
    double noveltyLeast,
    double evidence,
    double recallRest,
    double spawnPrior,
    double mergeFactor) {

  /** The one set. */
  public static final CerebellarConstants STANDARD =
      new CerebellarConstants(
          .03, 30, .9, .9999, 1.5, .02, .1, .03, .5, .01, .1, .005, 30, 6, 10, .2, 6, .001, 2, .3,
          .03, 10);

  /** {@return a short digest: equal digests mean equal constants} */
  public String digest() {
    CRC32 crc = new CRC32();
    crc.update(toString().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
