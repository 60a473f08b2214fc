/** placeholder. */
@NullMarked
package io.olivo.actuators;

import org.jspecify.annotations.NullMarked;
