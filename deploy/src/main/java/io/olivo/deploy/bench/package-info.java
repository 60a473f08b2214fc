/**
 * Measures learners, so that anyone can check them: pure, prints nothing.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.bench.Scenario}: what happens to the plant, as {@link
 *       io.olivo.deploy.bench.Stretch}es of time.
 *   <li>{@link io.olivo.deploy.bench.Trial}: what is measured; {@link io.olivo.deploy.bench.Bench}:
 *       every learner on every seed of it.
 *   <li>{@link io.olivo.deploy.bench.Row}: one learner on one seed; {@link
 *       io.olivo.deploy.bench.Statistics}: one figure over the seeds; {@link
 *       io.olivo.deploy.bench.Measured}: all of it.
 *   <li>{@code Run}, {@code Watch}: one run, seen from when its reference began; {@code
 *       PlantChanges}: load and wear of each plant.
 *   <li>{@link io.olivo.deploy.bench.DelayedFeedback}: error that is taught late.
 *   <li>{@link io.olivo.deploy.bench.WholeTick}, {@link io.olivo.deploy.bench.TickParts}, {@link
 *       io.olivo.deploy.bench.TickCurves}: what a tick costs, its parts, and over the sizes; {@link
 *       io.olivo.deploy.bench.DeviceTick}: what devices cost it.
 *   <li>{@link io.olivo.deploy.bench.KillBench}: saving a snapshot, killed at every step; {@link
 *       io.olivo.deploy.bench.KillVictim}: the process that is killed.
 *   <li>{@link io.olivo.deploy.bench.RecordingBench}: what a recording costs, by {@link
 *       io.olivo.deploy.bench.RecordingLoad}, the process that is recorded, with {@code
 *       ManyChannels}; {@link io.olivo.deploy.bench.RecordingCuts}: what is left of one that is
 *       cut.
 *   <li>{@link io.olivo.deploy.bench.RestartBench}: a robot whose broker is killed again and again,
 *       as {@code Outage}s say; {@code RestartRun}, {@link io.olivo.deploy.bench.RestartResult}:
 *       one run; {@code RobotChild}, {@link io.olivo.deploy.bench.MosquittoChild}: its processes;
 *       {@code Gathering}, {@code LateCommands}: who collects, and who commands too late.
 *   <li>{@link io.olivo.deploy.bench.BenchReport}: the result as a page; {@code Conclusion}, {@code
 *       FigureSheet}, {@code LearnerCurve}, {@code Windows}: its sentence, tables and curves.
 *   <li>{@code RulePlan}, {@code RuleBench}, {@code RuleResults}: rules of layered nets; {@code
 *       RuleReport}, {@code RulePage}: the result as a page, and docs/rules.md.
 *   <li>{@code RewardBench}, {@code RewardRow}: learners from reward on tasks; {@code
 *       RewardReport}: the result as a page.
 *   <li>{@code ThrowBench}, {@code ThrowRow}: error and reward together, against either alone.
 *   <li>{@code ChangesBench}, {@code ChangesRow}, {@code ChangesTally}: learners whose body changes
 *       again and again; {@code ChangesReport}: the result as a page.
 *   <li>{@code CostRace}: what a step of learning from reward costs; {@code Beside}: programs in
 *       other languages that take turns with it.
 *   <li>{@link io.olivo.deploy.bench.CommandBench}: from a command over MQTT to its answer; {@link
 *       io.olivo.deploy.bench.CommandedRobot}: who obeys.
 *   <li>{@link io.olivo.deploy.bench.FleetBench}: many robots that talk at once, and one watcher.
 *   <li>{@link io.olivo.deploy.bench.JitterBench}: how late a loop begins its ticks, by {@link
 *       io.olivo.deploy.bench.JitterLoad}, its process, with {@code StagedPacer} and {@code
 *       GarbageThread}, under each {@link io.olivo.deploy.bench.Collector}; {@code Cyclictest}: the
 *       yardstick beside it; {@link io.olivo.deploy.bench.JitterPlan}, {@code JitterFound}, {@link
 *       io.olivo.deploy.bench.JitterRow}: what is asked, found and told.
 *   <li>{@link io.olivo.deploy.bench.StartBench}: from a packed release's process to its first
 *       beat.
 *   <li>{@code Jobs}: runs that do not depend on one another, a few at a time.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.bench;

import org.jspecify.annotations.NullMarked;
