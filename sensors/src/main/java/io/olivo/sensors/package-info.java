/** placeholder. */
@NullMarked
package io.olivo.sensors;

import org.jspecify.annotations.NullMarked;
