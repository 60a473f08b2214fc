package io.olivo.deploy.session;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;

/** Where learned states are kept. */
public final class StateFolder {
  /** Of the working folder, unless told otherwise. */
  public static final Path DEFAULT = Path.of(".olivo");

  private StateFolder() {}

  /**
   * The generations of one robot.
   *
   * @param folder of all robots; need not exist
   */
  public static SnapshotStore of(Path folder, RobotSpec robot) {
    return new SnapshotStore(new DiskFiles(folder.resolve(robot.name())), robot.snapshots().keep());
  }
}
