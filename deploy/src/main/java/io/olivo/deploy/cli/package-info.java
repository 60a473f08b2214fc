/**
 * The command line, one class per verb. {@link io.olivo.deploy.cli.Olivo} is the entry, {@link
 * io.olivo.deploy.cli.ExitCode} says what the numbers mean.
 */
@NullMarked
package io.olivo.deploy.cli;

import org.jspecify.annotations.NullMarked;
