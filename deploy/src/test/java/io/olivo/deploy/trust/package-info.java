/** Tests of what was promised on faults. */
@NullMarked
package io.olivo.deploy.trust;

import org.jspecify.annotations.NullMarked;
