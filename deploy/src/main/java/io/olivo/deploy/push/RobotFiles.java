package io.olivo.deploy.push;

import io.olivo.controller.link.Tls;
import io.olivo.deploy.robot.Calibration;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.service.DropIn;
import io.olivo.deploy.service.Placed;
import io.olivo.deploy.service.UdevRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a release that of one robot: its file, what lies beside it, and what systemd and udev
 * are told.
 *
 * @param name of the robot file
 * @param files all of them, each with its path in the release
 */
record RobotFiles(String name, List<PushedFile> files) {
  /** The list of these files for {@code sha256sum -c}, beside that of the release itself. */
  static final String SUMS = "PUSHED";

  private static final int DIGEST = 8; // hex digits

  RobotFiles {
    files = List.copyOf(files);
  }

  /**
   * Gathers them.
   *
   * @throws IllegalArgumentException when a file can't be read or wouldn't be found on the board
   */
  static RobotFiles of(RobotSpec robot) {
    String name = String.valueOf(robot.file().getFileName());
    Map<String, PushedFile> files = new LinkedHashMap<>();
    Gathered gathered = new Gathered(robot.file(), files);
    gathered.add("the robot file", robot.file(), PushedFile.READABLE);
    Path calibration = Calibration.beside(robot.file());
    if (Files.exists(calibration)) {
      gathered.add("its calibration", calibration, PushedFile.READABLE);
    }
    gathered.add(robot);
    gathered.put(
        PushedFile.of("systemd/" + DropIn.FILE, new DropIn(robot, Placed.pushed(name)).text()));
    gathered.put(PushedFile.of("systemd/" + UdevRules.FILE, UdevRules.text(robot)));
    return new RobotFiles(name, List.copyOf(files.values()));
  }

  /** Another one whenever a byte of them is another one. */
  String digest() {
    return PushedFile.digest(sums()).substring(0, DIGEST);
  }

  /** The list for {@code sha256sum -c}. */
  String sums() {
    return files.stream().map(PushedFile::line).collect(Collectors.joining());
  }

  private record Gathered(Path robotFile, Map<String, PushedFile> files) {
    void put(PushedFile file) {
      files.put(file.path(), file);
    }

    /** All files that a robot file may name. */
    void add(RobotSpec robot) {
      if (robot.skill() instanceof SkillSpec.Track track
          && track.reference() instanceof ReferenceSpec.Recorded recorded) {
        add("its reference", recorded.file(), PushedFile.READABLE);
      }
      Tls tls = robot.link().tls();
      add("link.tls.ca", tls.ca(), PushedFile.READABLE);
      add("link.tls.certificate", tls.certificate(), PushedFile.READABLE);
      add("link.tls.key", tls.key(), PushedFile.SECRET);
      robot
          .link()
          .passwordFile()
          .ifPresent(file -> add("link.password_file", file, PushedFile.SECRET));
      robot
          .link()
          .trustedKeys()
          .forEach(file -> add("link.trusted_keys", file, PushedFile.READABLE));
    }

    /** One with a whole path elsewhere is a file of the board, and stays there. */
    void add(String what, @Nullable Path file, int mode) {
      if (file == null || isOfTheBoard(file)) {
        return;
      }
      if (!isBeside(file)) {
        throw new IllegalArgumentException(
            "%s (%s) is not below the folder of the robot file, and wouldn't be found on the board; put it there"
                .formatted(what, file));
      }
      try {
        String path = Stream.of(Placed.ROBOT, below(file)).collect(Collectors.joining("/"));
        put(PushedFile.of(path, mode, Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "%s (%s) can't be read: %s".formatted(what, file, e.getMessage()), e);
      }
    }

    private Path folder() {
      Path folder = robotFile.toAbsolutePath().normalize().getParent();
      return folder == null ? Path.of("/") : folder;
    }

    private boolean isOfTheBoard(Path file) {
      return file.isAbsolute() && !file.toString().contains("/../") && !isBeside(file);
    }

    private boolean isBeside(Path file) {
      return file.toAbsolutePath().normalize().startsWith(folder());
    }

    private String below(Path file) {
      return folder().relativize(file.toAbsolutePath().normalize()).toString();
    }
  }
}
