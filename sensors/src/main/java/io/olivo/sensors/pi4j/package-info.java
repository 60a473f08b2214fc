/** Buses and lines by Pi4J. */
@NullMarked
package io.olivo.sensors.pi4j;

import org.jspecify.annotations.NullMarked;
