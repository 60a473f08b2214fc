package io.olivo.sensors.linux;

/** What the kernel says when something fails, in words that help. Numbers: errno(3) of Linux. */
final class Errno {
  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int EIO = 5;
  private static final int ENXIO = 6;
  private static final int EAGAIN = 11;
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;
  private static final int ENOTTY = 25;
  private static final int EOPNOTSUPP = 95;
  private static final int ETIMEDOUT = 110;
  private static final int EREMOTEIO = 121;

  private Errno() {}

  /** Why a device could not be opened. */
  static String opening(int errno, String group, String setting) {
    return switch (errno) {
      case ENOENT, ENXIO, ENODEV -> "is not there: is it enabled (%s)?".formatted(setting);
      case EACCES -> "may not be used: add the user to the group " + group;
      case EBUSY -> "is used by another program";
      default -> "can't be opened (errno %d)".formatted(errno);
    };
  }

  /** Why a transfer with a chip failed. */
  static String transfer(int errno) {
    return switch (errno) {
      case ENXIO, EREMOTEIO -> "nobody answers: check address, wires and supply";
      case ETIMEDOUT -> "the bus hangs: a chip holds a line low, or stretches its clock for long";
      case EAGAIN -> "another master was faster";
      case EIO -> "the transfer broke off";
      case ENOTTY -> "is no I2C bus";
      case EOPNOTSUPP -> "this adapter makes no plain I2C transfers";
      default -> "the transfer failed (errno %d)".formatted(errno);
    };
  }

  /** Why a line could not be had, read or written. */
  static String line(int errno) {
    return switch (errno) {
      case EPERM -> "is an input";
      case EBUSY -> "is used by another program or driver";
      case EINVAL -> "is not there, or can't be used so";
      case ENOTTY -> "is no GPIO chip, or its kernel is older than 5.10";
      case ENODEV -> "is gone";
      default -> "failed (errno %d)".formatted(errno);
    };
  }
}
