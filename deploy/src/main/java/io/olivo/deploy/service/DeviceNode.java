package io.olivo.deploy.service;

/**
 * A device file that a robot needs.
 *
 * @param allow as systemd's {@code DeviceAllow} names it: a path, or {@code char-} and a driver
 * @param group who may open it, by the names of Raspberry Pi OS and Debian
 * @param match how udev finds it; empty where systemd's own rules give it that group
 */
public record DeviceNode(String allow, String group, String match) {
  /** The group of the service itself. */
  public static final String OWN_GROUP = "olivo";

  private static final String GPIO = "SUBSYSTEM==\"gpio\", KERNEL==\"gpiochip*\"";

  /** Refuses what systemd would read as several things. */
  public DeviceNode {
    if (!allow.matches("[A-Za-z0-9/_.:+-]+")) {
      throw new IllegalArgumentException(
          "\"%s\" can't be a device here: write a path of letters, digits and / _ . : + -"
              .formatted(allow));
    }
  }

  static DeviceNode i2c(String bus) {
    return new DeviceNode("/dev/" + bus, "i2c", "SUBSYSTEM==\"i2c-dev\"");
  }

  static DeviceNode spi(String bus) {
    return new DeviceNode("/dev/" + bus.replace("spi-", "spidev"), "spi", "SUBSYSTEM==\"spidev\"");
  }

  /** The lines of one chip. */
  static DeviceNode gpio(String chip) {
    return new DeviceNode(chip, "gpio", GPIO);
  }

  /** The lines of whichever chip a library may choose. */
  static DeviceNode anyGpio() {
    return new DeviceNode("char-gpiochip", "gpio", GPIO);
  }

  static DeviceNode serial(String path) {
    return new DeviceNode(path, "dialout", "");
  }

  /** That of the board, which only one program may have. */
  static DeviceNode watchdog(String path) {
    return new DeviceNode(path, OWN_GROUP, "KERNEL==\"watchdog|watchdog[0-9]*\"");
  }
}
