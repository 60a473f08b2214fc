package io.olivo.deploy.service;

import io.olivo.deploy.robot.RecordSpec;
import io.olivo.deploy.robot.RobotSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What systemd is told about one robot, beyond {@code olivo.service}. Source: systemd.exec(5),
 * systemd.resource-control(5); quoting by systemd.syntax(7) and systemd.service(5), "COMMAND
 * LINES".
 *
 * @param robot what is driven
 * @param placed where it is on the board
 */
public record DropIn(RobotSpec robot, Placed placed) {
  /** What systemd calls it, in {@code /etc/systemd/system/olivo.service.d}. */
  public static final String FILE = "robot.conf";

  /** The text of the file. */
  public String text() {
    RobotDevices devices = RobotDevices.of(robot);
    List<String> lines = new ArrayList<>();
    lines.add("# Robot %s, by olivo service. Beside olivo.service.".formatted(robot.name()));
    lines.add("[Service]");
    lines.add("ExecStart=");
    lines.add("ExecStart=" + command());
    if (!devices.groups().isEmpty()) {
      lines.add("SupplementaryGroups=" + String.join(" ", devices.groups()));
    }
    devices.nodes().forEach(node -> lines.add("DeviceAllow=" + node.allow() + " rw"));
    if (!devices.sysfs().isEmpty()) {
      lines.add("# Below /sys, which is read-only otherwise.");
    }
    devices.sysfs().forEach(folder -> lines.add("ReadWritePaths=-" + folder));
    recordings().ifPresent(folder -> lines.add("ReadWritePaths=-" + word(folder)));
    return String.join("\n", lines) + "\n";
  }

  /** Where recordings go, unless that is in the state folder. */
  private Optional<String> recordings() {
    return robot
        .recording()
        .map(RecordSpec::folder)
        .filter(folder -> folder.isAbsolute() && !folder.startsWith(Placed.STATE))
        .map(Path::toString);
  }

  /** Never with --arm: a service that was started again moves nothing. */
  private String command() {
    List<String> words =
        new ArrayList<>(
            List.of(
                placed.release() + "/bin/olivo",
                "run",
                placed.robotFile(),
                "--io",
                "board",
                "--load",
                "newest-or-none",
                "--folder",
                Placed.STATE));
    robot
        .link()
        .broker()
        .map(URI::toString)
        .ifPresent(uri -> words.addAll(List.of("--broker", uri)));
    return words.stream().map(DropIn::word).collect(Collectors.joining(" "));
  }

  /** A word of a command line as systemd reads it. */
  static String word(String text) {
    String escaped = text.replace("%", "%%").replace("$", "$$");
    return escaped.matches("[A-Za-z0-9_./:@%$+,=-]+")
        ? escaped
        : "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
