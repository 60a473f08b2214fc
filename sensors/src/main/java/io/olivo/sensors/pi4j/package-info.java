/**
 * Buses and lines by Pi4J: {@link io.olivo.sensors.pi4j.Pi4jBoard} finds what there is, the others
 * are one port each.
 */
@NullMarked
package io.olivo.sensors.pi4j;

import org.jspecify.annotations.NullMarked;
