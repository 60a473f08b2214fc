/** placeholder. */
@NullMarked
package io.olivo.deploy;

import org.jspecify.annotations.NullMarked;
