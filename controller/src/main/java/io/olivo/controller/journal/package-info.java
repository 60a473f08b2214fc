/**
 * No event is lost: a bounded log on the robot's disk, and collectors that ask for what they lack.
 * MQTT alone does not give that: a broker that is killed forgets what it had acknowledged.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.journal.Journal}: the events that are kept, in memory, and on
 *       disk when the run lasts; the oldest go when it is full. {@code Entry}: one of them.
 *   <li>{@link io.olivo.controller.journal.JournalFiles}: on disk, in segments; {@code
 *       SegmentFormat}: their bytes.
 *   <li>{@link io.olivo.controller.journal.EventOutbox}: the robot's end: writes, syncs, sends, and
 *       sends again when asked; {@code SendingPlace}: what is next to be sent.
 *   <li>{@link io.olivo.controller.journal.EventCollector}: the other end: says what it has, and
 *       drops what it has already.
 * </ul>
 *
 * <p>Promises. Events reach each collector once, in order. An event is synced to the disk before it
 * is sent, so no id that a collector has seen is given to another event, whatever happens to the
 * robot. What was made less than about 20 ms before the process is killed may never have been
 * written. What the journal had to drop is told as missing, not passed over.
 */
@NullMarked
package io.olivo.controller.journal;

import org.jspecify.annotations.NullMarked;
