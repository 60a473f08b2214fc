/** Serial lines by jSerialComm. */
@NullMarked
package io.olivo.actuators.servo.jserialcomm;

import org.jspecify.annotations.NullMarked;
