package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RunHead;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.guard.GuardedLearner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was learned before a run begins. */
final class BeginOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = {
        "Begin with this learned state; \"newest\" for the newest generation of this robot, see olivo",
        "snapshot; \"newest-or-none\" begins with nothing where there is none that fits."
      })
  private @Nullable Path load;

  @Option(
      names = "--candidate",
      paramLabel = "FILE",
      description =
          "Let this learned state run in the shadow; it acts once it did better for 10 s.")
  private @Nullable Path candidate;

  @Option(
      names = "--adopt",
      description = "With --load: take it although the robot file has changed since.")
  private boolean adopt;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = {
        "Go on with a simulated run that was ended with --save, bit for bit as if it had not ended.",
        "Robot file, --seed, --set and --faults must be those of that run; --for counts from its beginning."
      })
  private @Nullable Path resume;

  private @Nullable Path loadedFrom; // the file behind --load

  /** The run to go on with; null for a new one. */
  @Nullable Path resumed() {
    return resume;
  }

  /** Whether there is something to load. */
  boolean loads() {
    return load != null;
  }

  /** Takes what --load says; a store then follows it. */
  void load(
      RobotSpec spec,
      LearnedState state,
      SnapshotStore store,
      SnapshotOptions generations,
      OutputOptions output)
      throws IOException {
    if (adopt) {
      state.adoptChanged();
    }
    Path file = load;
    if (file == null) {
      return;
    }
    if (file.toString().equals(SnapshotOptions.NEWEST)) {
      load(spec, state, store, generations, generations.newest(spec, output));
    } else if (file.toString().equals(SnapshotOptions.NEWEST_OR_NONE)) {
      loadIfAny(spec, state, store, generations, output);
    } else {
      state.load(file);
      loadedFrom = file;
      store.follow(Snapshots.digestOf(file));
    }
  }

  private void load(
      RobotSpec spec,
      LearnedState state,
      SnapshotStore store,
      SnapshotOptions generations,
      Generation picked) {
    state.load("generation " + picked.number(), picked.state());
    loadedFrom = generations.fileOf(spec, picked);
    store.follow(picked.digest());
  }

  /** One that is not for this robot file stays where it is, and the run begins without it. */
  private void loadIfAny(
      RobotSpec spec,
      LearnedState state,
      SnapshotStore store,
      SnapshotOptions generations,
      OutputOptions output)
      throws IOException {
    Generation newest = generations.newestIfAny(spec, output).orElse(null);
    String misfit = newest == null ? "there is no snapshot yet" : state.misfit(newest.state());
    if (newest == null || misfit != null) {
      output.note("begins with nothing learned: " + misfit);
    } else {
      load(spec, state, store, generations, newest);
    }
  }

  /** Lets the candidate run in the shadow, if there is one. */
  void tryOut(GuardedLearner learner, Supplier<Learner> another, Rule rule, RobotSpec spec) {
    if (candidate == null) {
      return;
    }
    if (spec.skill() instanceof SkillSpec.Reward) {
      throw Usage.error(
          command,
          "--candidate: two learners are compared by the feedback's effort, and %s has none; use --load"
              .formatted(spec.name()));
    }
    Learner other = another.get();
    new LearnedState(rule, other, spec).load(candidate);
    learner.tryOut(other);
  }

  /** Brings the files with a recording, for its replay. */
  void tell(RunHead head) {
    if (loadedFrom != null) {
      head.state(RunHead.LOADED, loadedFrom);
    }
    if (resume != null) {
      head.state(RunHead.RESUMED, resume);
    }
    if (candidate != null) {
      head.state(RunHead.CANDIDATE, candidate);
    }
  }
}
