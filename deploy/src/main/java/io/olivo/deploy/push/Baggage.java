package io.olivo.deploy.push;

/**
 * All that goes to a board.
 *
 * @param release the program
 * @param robot what makes it that of one robot
 */
record Baggage(Release release, RobotFiles robot) {
  /** Of its folder there: equal names are equal files. */
  String name() {
    return release.id() + "-" + robot.digest();
  }

  /** For people. */
  String text() {
    return "Olivo %s for %s, %d files"
        .formatted(release.version(), release.arch(), release.files().size());
  }
}
