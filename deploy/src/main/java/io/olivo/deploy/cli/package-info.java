/**
 * The command line, one class per verb ({@code ...Command}). {@link io.olivo.deploy.cli.Olivo} is
 * the entry, {@link io.olivo.deploy.cli.ExitCode} says what the numbers mean, {@code ...Options}
 * are shared by verbs, {@code ...Result} and {@code ...Table} are what they print.
 *
 * <p>{@code Verbs} says which there are: a board has fewer, and an {@code AbsentVerb} in place of
 * each that it lacks.
 *
 * <p>A run: {@code RunCommand} reads the options ({@code BeginOptions}: what was learned before),
 * {@code RunSession} finds its place (a simulator elsewhere or a board; {@code SimulatedRun}: a
 * simulator here), {@code FollowedRun} follows the loop to its end, {@code RunCompany} goes along
 * with it, {@code Attendants} stand beside it, {@code RunEvents} says what happens.
 */
@NullMarked
package io.olivo.deploy.cli;

import org.jspecify.annotations.NullMarked;
