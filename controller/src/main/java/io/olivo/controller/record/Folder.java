package io.olivo.controller.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of recordings, up to a limit for all files of one robot: a run is cut into parts, and
 * the oldest files make room for the newest.
 */
public final class Folder implements Place {
  private static final String SUFFIX = ".mcap";
  private static final int PARTS = 8; // of the limit, so that an eighth is lost at a time

  private final Path folder;
  private final String robot;
  private final String run;
  private final Pattern ours;
  private final Limits limits;
  private Path current = Path.of(""); // in progress

  /**
   * @param robot begins the names of its files
   * @param run tells runs apart and sorts by time, such as {@code 20261130T124229Z-4f1c}
   */
  public Folder(Path folder, String robot, String run, Limits limits) {
    this.folder = folder;
    this.robot = robot;
    this.run = run;
    this.limits = limits;
    ours = Pattern.compile(Pattern.quote(robot) + "-\\d{8}T\\d{6}Z-.*" + Pattern.quote(SUFFIX));
  }

  @Override
  public Path next(int part) throws IOException {
    Files.createDirectories(folder);
    makeRoom(partBytes());
    current = folder.resolve(String.format(Locale.ROOT, "%s-%s-%06d%s", robot, run, part, SUFFIX));
    return current;
  }

  /** Deletes the oldest, but not the one in progress, until so much more fits. */
  private void makeRoom(long bytes) throws IOException {
    List<Path> all = new ArrayList<>(files());
    long used = 0;
    for (Path file : all) {
      used += Files.size(file);
    }
    all.remove(current);
    while (!all.isEmpty() && used + bytes > limits.mostBytes()) {
      Path oldest = all.removeFirst();
      used -= Files.size(oldest);
      Files.delete(oldest);
    }
  }

  /** Of this robot, the oldest first: their names sort by time. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(this::isOurs).sorted().toList();
    }
  }

  private boolean isOurs(Path file) {
    return ours.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
  }

  @Override
  public long partBytes() {
    return limits.mostBytes() / PARTS;
  }

  @Override
  public String full(long writtenBytes) throws IOException {
    if (writtenBytes > partBytes()) {
      makeRoom(0); // a robot that stands still can't begin another part
    }
    String reached = limits.reached(writtenBytes);
    return reached.isEmpty() ? limits.lack(folder) : reached;
  }
}
