/**
 * What the command line looks like: tables and progress that fit the screen they are shown on.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.terminal.Screen}: is it a terminal, how wide, which characters,
 *       colour.
 *   <li>{@link io.olivo.deploy.terminal.Table}: rows under {@link
 *       io.olivo.deploy.terminal.Column}s; a narrow screen loses the least important columns first,
 *       then every row becomes a block.
 *   <li>{@link io.olivo.deploy.terminal.ProgressLine}: shows {@link
 *       io.olivo.deploy.terminal.Progress} on one line redrawn in place, or as now and then a line.
 *   <li>{@link io.olivo.deploy.terminal.Sparkline}: a row of numbers in a row of characters.
 * </ul>
 *
 * Formatting is pure (text out of data and a screen); only {@code ProgressLine} prints.
 */
@NullMarked
package io.olivo.deploy.terminal;

import org.jspecify.annotations.NullMarked;
