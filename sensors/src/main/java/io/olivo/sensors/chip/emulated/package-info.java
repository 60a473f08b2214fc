/**
 * Chips that behave as their datasheets say, without hardware. They know the world only through a
 * {@link io.olivo.sensors.chip.emulated.Physical}.
 */
@NullMarked
package io.olivo.sensors.chip.emulated;

import org.jspecify.annotations.NullMarked;
