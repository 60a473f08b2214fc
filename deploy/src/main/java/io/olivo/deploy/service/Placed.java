package io.olivo.deploy.service;

/**
 * Where things are on a board.
 *
 * @param release folder of the release, such as {@code /opt/olivo/current}
 * @param robotFile path of the robot file there
 */
public record Placed(String release, String robotFile) {
  /** What {@code olivo push} keeps pointed at the version that runs. */
  public static final String CURRENT = "/opt/olivo/current";

  /** Snapshots, recordings and the journal of events. */
  public static final String STATE = "/var/lib/olivo";

  /** In a release, beside which its calibration and other files lie. */
  public static final String ROBOT = "robot";

  /** Refuses paths that systemd would look for elsewhere. */
  public Placed {
    requireAbsolute("release", release);
    requireAbsolute("robot file", robotFile);
  }

  private static void requireAbsolute(String what, String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(
          "systemd needs the whole path of the %s, got \"%s\"; begin with a /"
              .formatted(what, path));
    }
  }

  /** As push places a robot file of this name. */
  public static Placed pushed(String robotFileName) {
    return new Placed(CURRENT, CURRENT + "/" + ROBOT + "/" + robotFileName);
  }
}
