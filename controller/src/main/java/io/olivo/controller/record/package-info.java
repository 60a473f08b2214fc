/**
 * Writes down what comes into a loop from outside and what it commands, so that it can be replayed
 * bit for bit, and what people want to see.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.record.Tap}: the loop's end, around sensors ({@code
 *       RecordedSensors}), actuators ({@code RecordedActuators}) and pacer ({@code RecordedPacer}).
 *   <li>{@link io.olivo.controller.record.Row}: one beat; {@link io.olivo.controller.record.Mark}:
 *       what is rare beside it; {@link io.olivo.controller.record.RowRing}: hands rows over without
 *       locks; {@link io.olivo.controller.record.StateCopy}: hands over what was learned.
 *   <li>{@link io.olivo.controller.record.Recorder}: the thread that writes.
 *   <li>{@link io.olivo.controller.record.ExactMessage}: many rows as bytes, by {@code
 *       ExactColumns} of {@code Column}s, in a {@code ByteSink}.
 *   <li>{@code Shown}: what people see, as {@code NumbersTopic}s and a {@code LogTopic}.
 *   <li>{@link io.olivo.controller.record.RecordingFile}: one file, with its {@link
 *       io.olivo.controller.record.Head} and {@link io.olivo.controller.record.RecordedFile}s.
 *   <li>{@link io.olivo.controller.record.Place}: {@link io.olivo.controller.record.OneFile} or a
 *       {@link io.olivo.controller.record.Folder}, inside {@link
 *       io.olivo.controller.record.Limits}.
 * </ul>
 */
@NullMarked
package io.olivo.controller.record;

import org.jspecify.annotations.NullMarked;
