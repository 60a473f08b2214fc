package io.olivo.deploy.command;

import io.olivo.controller.checkpoint.SnapshotWriter;
import io.olivo.controller.wire.Reason;
import io.olivo.deploy.session.Snapshots;
import org.jspecify.annotations.Nullable;

/** A snapshot by command: taken between two ticks, then written by the snapshots' own thread. */
final class SnapshotNow {
  private final Snapshots snapshots;
  private volatile SnapshotWriter.@Nullable Published before;

  SnapshotNow(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** On the loop's thread. */
  Outcome take() {
    before = snapshots.last();
    return snapshots.takeNow("operator")
        ? Outcome.done("taken")
        : Outcome.notAllowed("the one before is still being written; ask again in a second");
  }

  /**
   * What became of it; null while that is open.
   *
   * @param taken what became of taking it
   */
  @Nullable Outcome outcome(@Nullable Outcome taken) {
    if (taken == null || taken.reason() != Reason.DONE) {
      return taken;
    }
    return snapshots.isBusy() ? null : saved();
  }

  private Outcome saved() {
    SnapshotWriter.Published last = snapshots.last();
    return last == null || last.equals(before)
        ? Outcome.notAllowed("the disk refuses")
        : Outcome.done("generation %d, digest %s".formatted(last.number(), last.digest()));
  }
}
