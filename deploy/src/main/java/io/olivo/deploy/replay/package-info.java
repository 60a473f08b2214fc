/**
 * Recorded runs, done again.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.replay.ReplayRun}: builds the loop of a recording and replays it,
 *       with its own learner or another; {@link io.olivo.deploy.replay.ReplayOutcome}: how it went.
 *   <li>{@code ReplayFolder}: the files that a recording brings, for the time of the replay.
 *   <li>{@code MadeAgain}: what commands changed, from the texts of the recording.
 *   <li>{@code EffortTally}: what a feedback has to add to what was learned.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.replay;

import org.jspecify.annotations.NullMarked;
