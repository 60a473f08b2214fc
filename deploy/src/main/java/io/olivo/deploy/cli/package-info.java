/** The command line: {@link io.olivo.deploy.cli.Olivo} is the entry. */
@NullMarked
package io.olivo.deploy.cli;

import org.jspecify.annotations.NullMarked;
