package io.olivo.controller.exchange;

import io.olivo.controller.wire.Offer;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a robot takes.
 *
 * @param robot its id
 * @param kind of what it learns, such as "cerebellum"
 * @param config digest of its robot file, as far as learned states depend on it
 * @param trusted whose signature counts
 * @param mostBytes how large it may be
 */
public record OfferRules(
    String robot, String kind, String config, List<PublicKey> trusted, long mostBytes) {
  /** As large as the largest learner's state, several times. */
  public static final long USUAL_LIMIT = 16L << 20; // bytes

  private static final long AHEAD_MILLIS = 24L * 3600 * 1000;

  /**
   * Why an offer is refused.
   *
   * @param reason one word
   * @param text for people
   */
  public record Refusal(String reason, String text) {}

  /** Keeps its own copy. */
  public OfferRules {
    trusted = List.copyOf(trusted);
  }

  /**
   * Looks whether an offer may be taken. The signature comes first: who has no key learns nothing
   * about the robot.
   *
   * @param newestMillis when the newest one that was taken was signed
   * @param nowMillis the robot's clock [ms since 1970]
   * @return null when it may
   */
  @Nullable Refusal check(Offer offer, long newestMillis, long nowMillis) {
    if (!trusts(offer)) {
      return trusted.isEmpty()
          ? new Refusal("no-keys", "this robot trusts nobody: see link.trusted_keys")
          : new Refusal("signature", "none of the trusted keys has signed it");
    }
    if (!offer.robot().equals(robot)) {
      return new Refusal("wrong-robot", "it is for " + offer.robot());
    }
    if (!offer.kind().equals(kind)) {
      return new Refusal(
          "wrong-kind", "it is a " + offer.kind() + ", this robot learns by " + kind);
    }
    if (!offer.config().equals(config)) {
      return new Refusal("wrong-config", "it was learned with another robot file");
    }
    return checkSizeAndTime(offer, newestMillis, nowMillis);
  }

  private @Nullable Refusal checkSizeAndTime(Offer offer, long newestMillis, long nowMillis) {
    if (offer.bytes() > mostBytes) {
      return new Refusal("too-large", offer.bytes() + " bytes, the limit is " + mostBytes);
    }
    if (offer.clockMillis() <= newestMillis) {
      return new Refusal("too-old", "it was signed before the newest one that was accepted");
    }
    return offer.clockMillis() > nowMillis + AHEAD_MILLIS
        ? new Refusal("too-new", "it was signed more than a day in the future of this robot")
        : null;
  }

  /** Whether one of the trusted keys has signed it. */
  boolean trusts(Offer offer) {
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(offer.signature());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    return trusted.stream().anyMatch(key -> SigningKeys.signed(key, offer.signedText(), signature));
  }
}
