/** placeholder. */
@NullMarked
package io.olivo.learning;

import org.jspecify.annotations.NullMarked;
