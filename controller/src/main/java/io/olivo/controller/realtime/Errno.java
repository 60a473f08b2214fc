package io.olivo.controller.realtime;

/** Why the kernel refuses real time. Numbers: errno(3) of Linux. */
final class Errno {
  static final int EPERM = 1;
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int ENOMEM = 12;
  static final int EINVAL = 22;
  static final int ENOSYS = 38;

  private Errno() {}

  /** In words. */
  static String words(int errno) {
    return switch (errno) {
      case EPERM -> "EPERM, not permitted";
      case EAGAIN -> "EAGAIN, not all of it could be had";
      case ENOMEM -> "ENOMEM, more than may be had";
      case EINVAL -> "EINVAL, there is no such";
      case ENOSYS -> "this system has no such call";
      default -> "errno " + errno;
    };
  }
}
