/**
 * Recordings in MCAP, the container of robotics (version 0 of its specification).
 *
 * <ul>
 *   <li>{@link io.olivo.controller.record.mcap.McapWriter}: writes one, with {@code McapOptions}.
 *   <li>{@link io.olivo.controller.record.mcap.McapReader}: reads one, whole or cut; {@code Ending}
 *       says which.
 *   <li>{@link io.olivo.controller.record.mcap.McapRecord}: what is in one.
 * </ul>
 */
@NullMarked
package io.olivo.controller.record.mcap;

import org.jspecify.annotations.NullMarked;
