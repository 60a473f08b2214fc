/**
 * The control loop and when it ticks.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.loop.Pacer}: decides when a tick runs; it alone blocks.
 *   <li>{@link io.olivo.controller.loop.GroundTruth}: what only a simulator knows.
 * </ul>
 */
@NullMarked
package io.olivo.controller.loop;

import org.jspecify.annotations.NullMarked;
