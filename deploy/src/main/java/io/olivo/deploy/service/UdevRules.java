package io.olivo.deploy.service;

import io.olivo.deploy.robot.RobotSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What udev is told, so that the service needs no root: groups as on Raspberry Pi OS, which other
 * systems leave out. Source: udev(7); for pulses Documentation/ABI/testing/sysfs-class-pwm, whose
 * kernel says {@code change} whenever an output is exported.
 */
public final class UdevRules {
  /** What udev calls it, in {@code /etc/udev/rules.d}. */
  public static final String FILE = "60-olivo.rules";

  private UdevRules() {}

  /** The text of the file. */
  public static String text(RobotSpec robot) {
    RobotDevices devices = RobotDevices.of(robot);
    Stream<String> nodes =
        devices.nodes().stream().filter(node -> !node.match().isEmpty()).map(UdevRules::rule);
    Stream<String> files =
        devices.sysfs().stream().map(folder -> folder.contains("/pwm") ? PULSES : COUNTERS);
    String head =
        "# Devices of robot %s, by olivo service --udev: usable by their groups, not by root alone."
            .formatted(robot.name());
    return Stream.of(Stream.of(head), nodes, files)
        .flatMap(lines -> lines)
        .distinct()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String rule(DeviceNode node) {
    return "ACTION!=\"remove\", %s, GROUP=\"%s\", MODE=\"0660\""
        .formatted(node.match(), node.group());
  }

  private static final String PULSES =
      shared("pwm", List.of("export", "unexport", "pwm*/period", "pwm*/duty_cycle", "pwm*/enable"));
  private static final String COUNTERS =
      shared("counter", List.of("count*/enable", "count*/count", "count*/ceiling"));

  /** Files that are no devices have no group of their own in udev. */
  private static String shared(String subsystem, List<String> files) {
    String all = files.stream().map(file -> "/sys%p/" + file).collect(Collectors.joining(" "));
    return "ACTION!=\"remove\", SUBSYSTEM==\"%s\", RUN+=\"/bin/sh -c 'chgrp %s %s; chmod g+w %s; true'\""
        .formatted(subsystem, DeviceNode.OWN_GROUP, all, all);
  }
}
