package io.olivo.deploy.watch;

/** Whether a robot is there, as far as a watcher can know. */
public enum Presence {
  /** Nobody of this name has said anything. */
  UNKNOWN,
  /** It left, or the broker lost it. */
  OFFLINE,
  /** It should be there, and its telemetry stays out. */
  SILENT,
  /** Its telemetry is fresh. */
  LIVE
}
