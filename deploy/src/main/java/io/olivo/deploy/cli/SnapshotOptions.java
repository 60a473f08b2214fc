package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.Listing;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where generations of what was learned are kept. */
final class SnapshotOptions {
  /** The word for the newest generation, where a file could be named. */
  static final String NEWEST = "newest";

  /** The same, or nothing where there is none: for a service, whose first start has none. */
  static final String NEWEST_OR_NONE = "newest-or-none";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where generations are kept, one folder per robot (default: .olivo).")
  private Path folder = StateFolder.DEFAULT;

  Path folder() {
    return folder;
  }

  SnapshotStore store(RobotSpec spec) {
    return StateFolder.of(folder, spec);
  }

  /**
   * The newest generation that verifies; damaged ones before it are told.
   *
   * @throws IllegalArgumentException when there is none
   */
  Generation newest(RobotSpec spec, OutputOptions output) throws IOException {
    return newestIfAny(spec, output)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no whole snapshot of %s in %s"
                        .formatted(spec.name(), folder.resolve(spec.name()))));
  }

  /** The same, or nothing. */
  Optional<Generation> newestIfAny(RobotSpec spec, OutputOptions output) throws IOException {
    Listing found = store(spec).newest();
    found.damaged().forEach(one -> output.note(said(one)));
    return found.newest();
  }

  /**
   * A generation by its number, or the newest.
   *
   * @param asked a number, or "newest"
   * @throws IllegalArgumentException when it isn't there or is damaged
   */
  Generation pick(RobotSpec spec, String asked, OutputOptions output) throws IOException {
    if (asked.equals(NEWEST)) {
      return newest(spec, output);
    }
    return store(spec).list().whole().stream()
        .filter(one -> Long.toString(one.number()).equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no whole snapshot %s of %s; see olivo snapshot list"
                        .formatted(asked, spec.name())));
  }

  /** A file of the store. */
  Path fileOf(RobotSpec spec, Generation generation) {
    return folder.resolve(spec.name()).resolve(generation.file());
  }

  static String said(Listing.Damaged one) {
    return "%s is skipped: %s".formatted(one.file(), one.why());
  }
}
