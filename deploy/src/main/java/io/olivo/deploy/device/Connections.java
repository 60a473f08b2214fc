package io.olivo.deploy.device;

import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.Problem;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What channels a robot file connects to what, and all that is wrong with it. */
final class Connections {
  /** Something that complains about what it is told, or about its bus. */
  interface Part {
    void make() throws BusException;
  }

  private final RobotSpec robot;
  private final List<Problem> problems = new ArrayList<>();

  Connections(RobotSpec robot) {
    this.robot = robot;
  }

  /** That of a channel; null when it has none, which is a problem. */
  @Nullable Connection of(String section, String channel, String remedy) {
    Connection found = robot.hardware().connections().get(channel);
    if (found == null) {
      wrong(section + "." + channel, "is connected to no device; add for example " + remedy);
    }
    return found;
  }

  /** Which of a device's measures is meant; the only one may be left out. */
  OptionalInt index(String key, Connection connection, List<Measure> measures) {
    List<String> names = measures.stream().map(Measure::name).toList();
    int found = names.indexOf(connection.part());
    if (found < 0 && connection.part().isEmpty() && names.size() == 1) {
      return OptionalInt.of(0);
    }
    if (found < 0) {
      wrong(
          key,
          "%s has no \"%s\"; it has %s"
              .formatted(connection.device(), connection.part(), String.join(", ", names)));
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Makes a part of a device; its complaint becomes a problem of the file. */
  void attempt(DeviceSpec device, Part part) throws BusException {
    attempt("devices." + device.name(), part);
  }

  /** The same with another key. */
  void attempt(String key, Part part) throws BusException {
    try {
      part.make();
    } catch (IllegalArgumentException e) {
      wrong(key, String.valueOf(e.getMessage()));
    }
  }

  void wrong(String key, String message) {
    problems.add(robot.problemAt(key, message));
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new RobotFileException(problems);
    }
  }
}
