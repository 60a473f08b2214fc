/** Tests of the bench. */
@NullMarked
package io.olivo.deploy.bench;

import org.jspecify.annotations.NullMarked;
