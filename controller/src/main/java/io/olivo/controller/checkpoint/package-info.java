/**
 * What was learned, kept on disk while the loop runs.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.checkpoint.SnapshotWriter}: takes a copy from the loop between
 *       two ticks and publishes it on a thread of its own.
 *   <li>{@link io.olivo.controller.checkpoint.PeriodicSnapshots}: asks for one every so often.
 *   <li>{@link io.olivo.controller.checkpoint.SnapshotStore}: a folder of generations, of which the
 *       newest whole one survives a power cut at any moment.
 *   <li>{@link io.olivo.controller.checkpoint.SnapshotFiles}: all that it asks of a file system;
 *       {@code DiskFiles} asks the real one.
 *   <li>{@link io.olivo.controller.checkpoint.Generation}: one of them; {@code Listing}: all, the
 *       damaged ones named; {@code StoredFile}: the bytes of one.
 * </ul>
 */
@NullMarked
package io.olivo.controller.checkpoint;

import org.jspecify.annotations.NullMarked;
