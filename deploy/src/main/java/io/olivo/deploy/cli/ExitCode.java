package io.olivo.deploy.cli;

/** What the exit code of a verb means. */
final class ExitCode {
  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USAGE = 2;
  static final int ROBOT_FILE = 3;
  static final int STOPPED_BY_SAFETY = 4;
  static final int NO_LINK = 5;

  private ExitCode() {}
}
