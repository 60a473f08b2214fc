/**
 * What has been learned, as a file.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.snapshot.StateWriter}, {@link
 *       io.olivo.learning.snapshot.StateReader}: named arrays in a versioned, checksummed record.
 *   <li>{@link io.olivo.learning.snapshot.StateImage}: the same in memory, refilled without garbage
 *       by the loop, and read back at once.
 *   <li>{@link io.olivo.learning.snapshot.Stateful}: whatever can stop here and go on elsewhere.
 *   <li>{@link io.olivo.learning.snapshot.StateFile}: writes it so that a power cut leaves the old
 *       file or the new one, never a torn one.
 * </ul>
 */
@NullMarked
package io.olivo.learning.snapshot;

import org.jspecify.annotations.NullMarked;
