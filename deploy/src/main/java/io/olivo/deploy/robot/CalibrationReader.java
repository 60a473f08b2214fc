package io.olivo.deploy.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads the calibration that lies beside a robot file, if there is one. */
final class CalibrationReader {
  private static final String REMEDY = "run olivo calibrate again, or delete this file";

  private final Path path;
  private final Problems problems;

  CalibrationReader(Path robotFile) {
    path = Calibration.beside(robotFile);
    problems = new Problems(path.toString());
  }

  /**
   * The robot with its calibration.
   *
   * @throws RobotFileException when the calibration is not whole, or for another robot
   */
  RobotSpec apply(RobotSpec robot) {
    if (!Files.exists(path)) {
      return robot;
    }
    Map<String, Calibration.Offset> found = new TreeMap<>();
    Field whole =
        new Field(
            "", 1, REMEDY, new YamlText(path, "calibration", REMEDY, problems).root(), problems);
    problems.throwIfAny();
    Fields fields = new Fields(whole, Schema.CALIBRATION);
    requireWhole(fields.field("crc"));
    fields
        .block("channels")
        .namedBlocks()
        .forEach((name, block) -> read(robot, name, block, found));
    problems.throwIfAny();
    HardwareSpec hardware = robot.hardware();
    return robot.withHardware(
        new HardwareSpec(
            hardware.board(),
            hardware.devices(),
            new Calibration(found).over(hardware.connections())));
  }

  private void requireWhole(Field crc) {
    try {
      if (!Calibration.isWhole(Files.readString(path))) {
        crc.refuse("does not fit: the file was cut or changed; " + REMEDY);
      }
    } catch (IOException e) {
      crc.refuse("the file can't be read: " + e.getMessage());
    }
  }

  private static void read(
      RobotSpec robot, String name, Fields block, Map<String, Calibration.Offset> found) {
    if (!robot.hardware().connections().containsKey(name)) {
      block.self().refuse("is no channel of %s with a device; %s".formatted(robot.name(), REMEDY));
    }
    found.put(
        name, new Calibration.Offset(block.field("scale").number(), block.field("zero").number()));
  }
}
