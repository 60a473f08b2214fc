package io.olivo.deploy.robot;

import io.olivo.sensors.Unit;

/** Reads how often what was learned is saved. */
final class SnapshotReader {
  private static final double SHORTEST = 1; // s, to spare the disk
  private static final double LONGEST = 86_400; // s
  private static final int MOST = 1000;

  private SnapshotReader() {}

  static SnapshotSpec read(Fields snapshots) {
    double every =
        snapshots
            .field("every")
            .quantity(
                Unit.SECOND, SHORTEST, LONGEST, "60 s loses a minute at most and spares the disk");
    return new SnapshotSpec(every, snapshots.field("keep").whole(2, MOST));
  }
}
