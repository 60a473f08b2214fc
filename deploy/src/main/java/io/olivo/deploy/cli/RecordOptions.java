package io.olivo.deploy.cli;

import io.olivo.controller.record.Folder;
import io.olivo.controller.record.Limits;
import io.olivo.controller.record.OneFile;
import io.olivo.controller.record.Place;
import io.olivo.deploy.robot.DataSize;
import io.olivo.deploy.robot.RecordSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.RunHead;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where a run is recorded. */
final class RecordOptions {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int ID = 4; // letters

  @Option(
      names = "--record",
      paramLabel = "FILE|FOLDER",
      description = {
        "Record the run for olivo replay and Foxglove: to a file *.mcap, or to a folder",
        "where the oldest files make room; default: record of the robot file, for runs that last."
      })
  private @Nullable Path to;

  @Option(
      names = "--record-limit",
      paramLabel = "SIZE",
      description = "Most that recordings may take, such as 500 MB (default: 2 GB).")
  private @Nullable String limit;

  /**
   * The recording that was asked for, here or in the robot file, or none.
   *
   * @param head of it, if there is one
   * @param lasts whether the run goes by the wall or another process
   */
  Recording recording(RobotSpec spec, Supplier<RunHead> head, boolean lasts) {
    Place place = place(spec, lasts);
    return place == null ? Recording.none() : new Recording(head.get(), place, !lasts);
  }

  private @Nullable Place place(RobotSpec spec, boolean lasts) {
    RecordSpec file = spec.recording().orElse(null);
    Limits limits = limits(file);
    if (to != null) {
      return to.toString().endsWith(".mcap") ? new OneFile(to, limits) : folder(to, spec, limits);
    }
    return file != null && lasts ? folder(file.folder(), spec, limits) : null;
  }

  private Limits limits(@Nullable RecordSpec file) {
    Limits known = file == null ? Limits.USUAL : file.limits();
    return limit == null ? known : new Limits(DataSize.parse(limit), known.keepFreeBytes());
  }

  private static Folder folder(Path folder, RobotSpec spec, Limits limits) {
    String run = STAMP.format(Instant.now()) + "-" + RobotLink.newSession().substring(0, ID);
    return new Folder(folder, spec.name(), run, limits);
  }
}
