package io.olivo.deploy.service;

import io.olivo.deploy.robot.BoardSpec;
import io.olivo.deploy.robot.BoardSpec.Backend;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.HardwareSpec;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a robot needs of its board, and no more.
 *
 * @param nodes device files, in the order of the robot file
 * @param sysfs folders below /sys that it writes to: the kernel has no device files for pulses and
 *     counters
 */
public record RobotDevices(List<DeviceNode> nodes, List<String> sysfs) {
  /** Keeps its own copies. */
  public RobotDevices {
    nodes = List.copyOf(nodes);
    sysfs = List.copyOf(sysfs);
  }

  /** Those that a robot file names. */
  public static RobotDevices of(RobotSpec robot) {
    Found found = new Found(robot.hardware());
    Path watchdog = robot.failsafes().watchdog();
    if (watchdog != null) {
      found.nodes.add(DeviceNode.watchdog(watchdog.toString()));
    }
    return new RobotDevices(List.copyOf(found.nodes), List.copyOf(found.sysfs));
  }

  /** Groups of the service beside its own, sorted. */
  public NavigableSet<String> groups() {
    NavigableSet<String> groups = new TreeSet<>();
    nodes.stream().map(DeviceNode::group).forEach(groups::add);
    groups.remove(DeviceNode.OWN_GROUP);
    return groups;
  }

  private static final class Found {
    private final Set<DeviceNode> nodes = new LinkedHashSet<>();
    private final Set<String> sysfs = new LinkedHashSet<>();
    private final BoardSpec board;

    Found(HardwareSpec hardware) {
      board = hardware.board();
      hardware.devices().forEach(this::add);
    }

    private void add(DeviceSpec device) {
      switch (device.chip().bus()) {
        case I2C -> nodes.add(DeviceNode.i2c(device.bus()));
        case SPI -> nodes.add(DeviceNode.spi(device.bus()));
        case SERIAL -> nodes.add(DeviceNode.serial(device.bus()));
        case COUNTER -> sysfs.add("/sys/bus/counter/devices/" + unit(device.bus(), "counter"));
        case PINS -> device.pins().values().stream().sorted().forEach(this::addPin);
      }
    }

    /** A pin of the board itself; those of other devices are reached through them. */
    private void addPin(String pin) {
      if (pin.startsWith("gpio-")) {
        nodes.add(
            board.gpio() == Backend.LINUX
                ? DeviceNode.gpio(board.gpioChip())
                : DeviceNode.anyGpio());
      } else if (pin.startsWith("pwm-")) {
        sysfs.add("/sys/class/pwm/" + unit(pin, "pwm").replace("pwm", "pwmchip"));
      }
    }

    /** "pwm0" of "pwm-0.1". */
    private static String unit(String name, String kind) {
      return kind + name.substring(kind.length() + 1, name.indexOf('.'));
    }
  }
}
