/** Tests of the HTML report. */
@NullMarked
package io.olivo.deploy.report;

import org.jspecify.annotations.NullMarked;
