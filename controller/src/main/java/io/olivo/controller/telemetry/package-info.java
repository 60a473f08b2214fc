/**
 * What the loop tells the world.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.telemetry.Tick}: everything one tick read and decided.
 *   <li>{@link io.olivo.controller.telemetry.Telemetry}: takes copies of it, never blocks.
 *   <li>{@link io.olivo.controller.telemetry.Snapshot}: the newest tick for another thread.
 * </ul>
 */
@NullMarked
package io.olivo.controller.telemetry;

import org.jspecify.annotations.NullMarked;
