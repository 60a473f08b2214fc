/** Tests of the terminal view. */
@NullMarked
package io.olivo.deploy.terminal;

import org.jspecify.annotations.NullMarked;
