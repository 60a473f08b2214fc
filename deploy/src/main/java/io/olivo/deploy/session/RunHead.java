package io.olivo.deploy.session;

import io.olivo.controller.record.Head;
import io.olivo.controller.record.RecordedFile;
import io.olivo.deploy.robot.Calibration;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a replay needs to build the loop of a run again. */
public final class RunHead {
  /** Begins the names of the robot file and of those beside it. */
  public static final String ROBOT = "robot/";

  /** What a run began with by --load. */
  public static final String LOADED = Head.LEARNED + "load.state";

  /** What a run began with by --resume. */
  public static final String RESUMED = Head.LEARNED + "resume.state";

  /** What a run tried out by --candidate. */
  public static final String CANDIDATE = Head.LEARNED + "candidate.state";

  /** Begins the name of a snapshot that was promoted in the run; its digest follows. */
  public static final String PROMOTED = Head.LEARNED + "promoted-";

  /** What broke on purpose; for people. */
  public static final String FAULTS = "faults/faults.yaml";

  /** Key of the fact: name of the robot file. */
  public static final String FILE = "file";

  /** Key of the fact: seed of the run. */
  public static final String SEED = "seed";

  /** Key of the fact: shortest time for which the first pose was held [s]. */
  public static final String HOLD = "hold_seconds";

  private static final String YAML = "application/yaml";
  static final String STATE = "application/octet-stream";

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<RecordedFile> files = new ArrayList<>();

  /** Of a run of this robot, with its file, calibration and trajectory. */
  public RunHead(RobotSpec robot, long seed) {
    Path file = robot.file();
    fact("robot", robot.name());
    fact(FILE, String.valueOf(file.getFileName()));
    fact(SEED, Long.toString(seed));
    fact("rate_hertz", Double.toString(robot.loop().rateHertz()));
    fact("software", "olivo " + Version.text());
    fact("session", RobotLink.newSession());
    fact("processor", System.getProperty("os.arch", ""));
    fact("jdk", Runtime.version().toString());
    file(ROBOT + file.getFileName(), YAML, file);
    Path calibration = Calibration.beside(file);
    if (Files.exists(calibration)) {
      file(ROBOT + calibration.getFileName(), YAML, calibration);
    }
    if (robot.skill() instanceof SkillSpec.Track track
        && track.reference() instanceof ReferenceSpec.Recorded path) {
      file(ROBOT + relative(file, path.file()), "text/csv", path.file());
    }
  }

  /** As the robot file names it: from its own folder. */
  private static String relative(Path robotFile, Path other) {
    Path folder = robotFile.toAbsolutePath().normalize().getParent();
    Path absolute = other.toAbsolutePath().normalize();
    return String.valueOf(folder == null ? absolute : folder.relativize(absolute))
        .replace('\\', '/');
  }

  /** One more fact. */
  public RunHead fact(String key, String value) {
    facts.put(key, value);
    return this;
  }

  /** A learned state that the run began with. */
  public RunHead state(String name, Path file) {
    return file(name, STATE, file);
  }

  /** What broke on purpose. */
  public RunHead faults(Path file) {
    return file(FAULTS, YAML, file);
  }

  private RunHead file(String name, String mediaType, Path file) {
    try {
      files.add(new RecordedFile(name, mediaType, Files.readAllBytes(file)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record " + file, e);
    }
  }

  /**
   * The head.
   *
   * @param epochNanos wall time of robot time 0 [ns since 1970]
   */
  Head head(long epochNanos) {
    return new Head(facts, files, epochNanos);
  }
}
