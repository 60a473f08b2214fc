/** placeholder. */
@NullMarked
package io.olivo.sim;

import org.jspecify.annotations.NullMarked;
