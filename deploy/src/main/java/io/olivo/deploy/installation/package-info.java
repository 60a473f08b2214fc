/**
 * What is installed. A board has neither simulator nor broker: there the same program does less.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.installation.Installation}: what lies beside the program.
 *   <li>{@link io.olivo.deploy.installation.BoardJars}: which jars a board gets.
 *   <li>{@link io.olivo.deploy.installation.DesktopOnly}: marks what needs more than a board has;
 *       only who asked {@code Installation} before may go there.
 *   <li>{@link io.olivo.deploy.installation.DesktopOnlyException}: somebody asked for it on a
 *       board.
 *   <li>{@link io.olivo.deploy.installation.OnPath}: other programs of this machine.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.installation;

import org.jspecify.annotations.NullMarked;
