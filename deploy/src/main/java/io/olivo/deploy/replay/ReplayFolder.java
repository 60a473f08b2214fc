package io.olivo.deploy.replay;

import io.olivo.controller.replay.RecordedRun;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RunHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a recording brings, in a temporary folder of their own; a replay reads no others.
 */
final class ReplayFolder implements AutoCloseable {
  private static final String DEPTH = "a/b/c/d/e/f"; // so that a file may be named from above

  private final RecordedRun run;
  private final Path folder;
  private final Path robots;

  ReplayFolder(RecordedRun run) throws IOException {
    this.run = run;
    folder = Files.createTempDirectory("olivo-replay").toRealPath();
    robots = Files.createDirectories(folder.resolve(DEPTH));
    for (Map.Entry<String, byte[]> file : run.files().entrySet()) {
      if (file.getKey().startsWith(RunHead.ROBOT)) {
        write(file.getKey().substring(RunHead.ROBOT.length()), file.getValue());
      }
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = robots.resolve(name).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IllegalArgumentException(
          "the recording brings %s, and files are only put below a folder of their own"
              .formatted(name));
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes);
  }

  /** The robot as it was. */
  RobotSpec robot() {
    String name = run.facts().getOrDefault(RunHead.FILE, "");
    run.file(RunHead.ROBOT + name);
    return RobotFile.read(robots.resolve(name));
  }

  /** A learned state that the run began with; null when there was none. */
  @Nullable Path state(String name) throws IOException {
    byte[] bytes = run.files().get(name);
    return bytes == null
        ? null
        : Files.write(folder.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    }
  }
}
