package io.olivo.deploy.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What was found out about the parts of one robot: its file lies beside the robot file, and wins
 * over it. A checksum tells a file that was cut or changed by hand.
 *
 * @param found by channel: channel = scale * (device - zero)
 */
public record Calibration(Map<String, Offset> found) {
  /**
   * Of one channel.
   *
   * @param scale not 0
   * @param zero what the device says when the channel is 0, in SI
   */
  public record Offset(double scale, double zero) {}

  private static final String CRC = "crc: ";

  /** Keeps its own copy. */
  public Calibration {
    found = new TreeMap<>(found);
  }

  /** Where the calibration of a robot file is. */
  public static Path beside(Path robotFile) {
    String name = robotFile.getFileName().toString();
    String bare = name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    return robotFile.resolveSibling(bare + ".calibration");
  }

  /** Writes it, whole or not at all. */
  public void write(Path file, RobotSpec robot, LocalDate date) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "# %s, by olivo calibrate on %s; delete it to undo\n".formatted(robot.name(), date));
    text.append("channels:\n");
    found.forEach(
        (channel, offset) ->
            text.append(
                "  %s: { scale: %s, zero: %s }\n"
                    .formatted(channel, offset.scale(), offset.zero())));
    String all = text + CRC + crc(text.toString()) + "\n";
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, all);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Of a file's text, up to the line with its checksum. */
  static boolean isWhole(String text) {
    int at = text.lastIndexOf(CRC);
    return at >= 0 && text.substring(at + CRC.length()).strip().equals(crc(text.substring(0, at)));
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  /** The connections with what was found in the place of what the robot file says. */
  Map<String, Connection> over(Map<String, Connection> connections) {
    Map<String, Connection> all = new LinkedHashMap<>(connections);
    all.replaceAll(
        (channel, connection) -> {
          Offset offset = found.get(channel);
          return offset == null
              ? connection
              : new Connection(
                  connection.device(), connection.part(), offset.scale(), offset.zero());
        });
    return all;
  }
}
