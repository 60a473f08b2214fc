/**
 * Saved states travel over the link, in pieces of at most 24 KiB, whole or not at all.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.exchange.SnapshotCounter}: the robot's end, serves its
 *       generations piece by piece; {@link io.olivo.controller.exchange.SnapshotFetcher}: the other
 *       end, goes on where it was interrupted, believes only a matching SHA-256; {@code
 *       PartialFile}: what it has so far.
 *   <li>{@link io.olivo.controller.exchange.OfferDesk}: the robot's end of the other direction,
 *       takes what one of its trusted keys has signed for it; {@link
 *       io.olivo.controller.exchange.OfferRules}: what it takes; {@code OfferFolder}: where it
 *       keeps it; {@link io.olivo.controller.exchange.OfferSender}: the end of who offers.
 *   <li>{@link io.olivo.controller.exchange.SigningKeys}: Ed25519 key pairs (RFC 8032) in files.
 * </ul>
 *
 * <p>What was taken only lies there: nothing is learned from it until somebody promotes it.
 */
@NullMarked
package io.olivo.controller.exchange;

import org.jspecify.annotations.NullMarked;
