/** Buses that behave, without hardware: chips at addresses, and everything that goes wrong. */
@NullMarked
package io.olivo.sensors.bus.emulated;

import org.jspecify.annotations.NullMarked;
