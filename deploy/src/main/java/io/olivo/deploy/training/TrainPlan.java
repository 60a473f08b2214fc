package io.olivo.deploy.training;

import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SimSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a training shall be.
 *
 * @param robot whose reward skill is trained
 * @param seeds one learner each
 * @param steps of each learner, one per tick
 */
public record TrainPlan(RobotSpec robot, List<Long> seeds, long steps) {
  private static final int SHORT = 16; // hex digits of a digest

  /**
   * Refuses what cannot be trained.
   *
   * @throws RobotFileException when the robot file has no reward, no episodes or nothing to draw
   */
  public TrainPlan {
    seeds = List.copyOf(seeds);
    if (steps < 1) {
      throw new IllegalArgumentException("--steps must be at least 1, got " + steps);
    }
    require(
        robot.skill() instanceof SkillSpec.Reward,
        robot,
        "skill",
        "what has an error to learn from is trained by \"olivo run\"; here a reward is needed");
    SimSpec sim = robot.sim().orElse(null);
    require(
        sim != null && sim.episodeSeconds().isPresent(),
        robot,
        "sim.episode",
        "there is none, so nobody would put the robot back; add for example \"episode: 10 s\"");
    require(
        sim != null && !sim.randomised().isEmpty(),
        robot,
        "sim.randomise",
        "there is none, so nothing to draw; add for example \"randomise: { mass: [0.8, 1.2] }\"");
  }

  private static void require(boolean kept, RobotSpec robot, String key, String message) {
    if (!kept) {
      throw new RobotFileException(List.of(robot.problemAt(key, message)));
    }
  }

  /** Equal for the same robot file, version and steps: only then may a training go on. */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(Files.readAllBytes(robot.file()));
      sha256.update((Version.text() + " " + steps).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest()).substring(0, SHORT);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + robot.file(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
