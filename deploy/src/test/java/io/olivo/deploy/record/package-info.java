/** Tests of the HTML report. */
@NullMarked
package io.olivo.deploy.record;

import org.jspecify.annotations.NullMarked;
