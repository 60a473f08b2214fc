/**
 * The host's side of the board test: chips and plant behind the buses of an emulated board. The
 * scripts are in {@code deploy/src/test/board}.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.board.BoardPlant}: the program; tells in a file how the plant does.
 *   <li>{@code ChipDoor}: takes transfers of one bus from its back-end.
 *   <li>{@code SlowPlant}: the plant, whose time goes by itself.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.board;

import org.jspecify.annotations.NullMarked;
