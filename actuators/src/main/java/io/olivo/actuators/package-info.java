/**
 * What a robot does: {@link io.olivo.actuators.ActuatorIo} takes one command per tick and says what
 * was really sent; {@code safety} holds the envelope that every command passes.
 */
@NullMarked
package io.olivo.actuators;

import org.jspecify.annotations.NullMarked;
