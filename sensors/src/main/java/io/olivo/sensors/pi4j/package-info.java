/** Buses and lines by Pi4J, for boards on which {@code sensors.linux} does not do. */
@NullMarked
package io.olivo.sensors.pi4j;

import org.jspecify.annotations.NullMarked;
