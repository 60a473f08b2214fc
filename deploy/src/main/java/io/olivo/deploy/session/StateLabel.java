package io.olivo.deploy.session;

import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.Axis;
import io.olivo.deploy.robot.DerivedSpec;
import io.olivo.deploy.robot.Joint;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.sensors.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written on a learned state: whose it is, and the parts of the robot file that it depends
 * on, each as a digest. Gains, envelope rates, link and simulation may change; a state does not
 * depend on them.
 */
public final class StateLabel {
  private static final String ROBOT = "robot";
  private static final String CONFIG = "config";
  private static final String PART = "config.";
  private static final int SHORT = 16; // hex digits of a part's digest

  private static final Pattern ROW =
      Pattern.compile("(?:weights|bank\\.slot\\.\\d+)(?:\\.products|\\.granules)?\\.(\\d+)");
  private static final Map<String, String> UNITS =
      Map.of(
          "loop.dt", "s",
          "loop.clock", "ns",
          "loop.frame.stamps", "ns",
          "observer.stamp", "ns",
          "reference.clock", "ns",
          "plant.seconds", "s");

  private final String robot;
  private final Map<String, String> parts; // digest by name
  private final List<String> outputs; // unit of each

  /** For states of this robot. */
  public StateLabel(RobotSpec spec) {
    robot = spec.name();
    parts = parts(spec);
    outputs = drives(spec).stream().map(name -> unit(spec, name)).toList();
  }

  /**
   * The facts to be written on a state.
   *
   * @param reason why it was saved, such as "end of run"
   */
  public Map<String, String> facts(String reason) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(ROBOT, robot);
    facts.put("software", Version.text());
    facts.put("reason", reason);
    facts.put(CONFIG, config());
    parts.forEach((name, digest) -> facts.put(PART + name, digest));
    return facts;
  }

  /** Digest of all that a state depends on. */
  public String config() {
    return sha256(parts.toString());
  }

  /** Digest of all that a state depended on when it was saved; "" when it doesn't say. */
  public static String configOf(StateReader in) {
    return in.facts().getOrDefault(CONFIG, "");
  }

  /** Unit of an entry by its name; "1" where there is none or none is known. */
  public String unitOf(String entry) {
    Matcher row = ROW.matcher(entry);
    if (row.matches() && Integer.parseInt(row.group(1)) < outputs.size()) {
      return outputs.get(Integer.parseInt(row.group(1)));
    }
    return UNITS.getOrDefault(entry, "1");
  }

  /**
   * Refuses a state of another robot; one without a label is taken for what it is.
   *
   * @throws IllegalArgumentException naming both robots
   */
  public void requireRobot(StateReader in) {
    String other = in.facts().getOrDefault(ROBOT, robot);
    if (!other.equals(robot)) {
      throw new IllegalArgumentException(
          "it was saved for another robot file: that of \"%s\", this one is of \"%s\""
              .formatted(other, robot));
    }
  }

  /**
   * Refuses a state that was saved before the robot file changed in what it depends on.
   *
   * @throws IllegalArgumentException naming the parts that differ
   */
  public void requireSameFile(StateReader in) {
    List<String> changed = changedSince(in);
    if (!changed.isEmpty()) {
      throw new IllegalArgumentException(
          "it was saved for another robot file of \"%s\", with other %s; give --adopt to take it"
                  .formatted(robot, String.join(", ", changed))
              + " all the same");
    }
  }

  /** Names of the parts that differ now from when a state was saved. */
  public List<String> changedSince(StateReader in) {
    List<String> changed = new ArrayList<>();
    parts.forEach(
        (name, digest) -> {
          if (!digest.equals(in.facts().getOrDefault(PART + name, digest))) {
            changed.add(name);
          }
        });
    return changed;
  }

  private static Map<String, String> parts(RobotSpec spec) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("rate", shortened(Double.toString(spec.loop().rateHertz())));
    parts.put("sensors", shortened(spec.sensors() + sources(spec)));
    parts.put(
        "actuators",
        shortened(spec.actuators().stream().map(StateLabel::text).toList().toString()));
    parts.put("joints", shortened(drives(spec).toString()));
    parts.put("learner", shortened(spec.learner().toString()));
    return parts;
  }

  private static String sources(RobotSpec spec) {
    return spec.derived().stream().map(StateLabel::text).toList().toString();
  }

  /** As it was when a derived channel had one source. */
  private static String text(DerivedSpec derived) {
    return "DerivedSpec[channel=%s, source=%s, kind=%s, tauSeconds=%s]"
        .formatted(
            derived.channel(),
            String.join(", ", derived.sources()),
            derived.kind(),
            derived.tauSeconds());
  }

  private static String text(ActuatorSpec actuator) {
    return actuator.channel() + " " + actuator.limits().learned();
  }

  /** Names of the actuators in the order of the learner's outputs. */
  private static List<String> drives(RobotSpec spec) {
    return switch (spec.skill()) {
      case SkillSpec.Track track -> track.joints().stream().map(Joint::actuator).toList();
      case SkillSpec.Cancel cancel -> cancel.axes().stream().map(Axis::actuator).toList();
      case SkillSpec.Reward reward -> reward.actuators();
    };
  }

  private static String unit(RobotSpec spec, String actuator) {
    return spec.actuators().stream()
        .map(ActuatorSpec::channel)
        .filter(channel -> channel.name().equals(actuator))
        .map(Channel::unit)
        .findFirst()
        .map(unit -> unit.symbol())
        .orElse("1");
  }

  private static String shortened(String text) {
    return sha256(text).substring(0, SHORT);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
