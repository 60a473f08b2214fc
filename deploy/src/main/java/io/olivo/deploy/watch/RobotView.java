package io.olivo.deploy.watch;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.TelemetryFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A robot as a watcher knows it at one moment.
 *
 * @param robot its id
 * @param presence whether it is there
 * @param ageSeconds since its newest telemetry came; infinite if none did
 * @param description who it says it is; null as long as it has not
 * @param frame its newest telemetry, not to be changed; null as long as there is none
 * @param behindMillis how much later than its fastest one the newest telemetry came; NaN if unknown
 * @param framesPerSecond telemetry over the last seconds
 * @param frames telemetry of this run that was read
 * @param clips [actuator] in how many of these its command was cut
 * @param missing telemetry that never came, by its sequence numbers
 * @param refused messages that made no sense
 * @param events the newest, oldest first
 * @param eventCount all that were heard
 * @param errors its error over the last minute, oldest first
 * @param columns [column] each value over the last minute, oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // shown once and forgotten; nobody compares two of them
public record RobotView(
    String robot,
    Presence presence,
    double ageSeconds,
    @Nullable Description description,
    @Nullable TelemetryFrame frame,
    double behindMillis,
    double framesPerSecond,
    long frames,
    long[] clips,
    long missing,
    long refused,
    List<Event> events,
    long eventCount,
    double[] errors,
    double[][] columns) {

  /** What to call its state: only a live robot is in the state that it told. */
  public String state() {
    return switch (presence) {
      case UNKNOWN -> "unknown";
      case OFFLINE -> "offline";
      case SILENT -> "silent";
      case LIVE -> frame == null || frame.state.isEmpty() ? "on" : frame.state;
    };
  }

  /** One of the robot's own numbers or of its learner's; NaN if there is none. */
  public double named(String name) {
    Description described = description;
    TelemetryFrame newest = frame;
    if (described == null || newest == null) {
      return Double.NaN;
    }
    int healthy = described.dashboard().health().indexOf(name);
    if (healthy >= 0) {
      return newest.health[healthy];
    }
    int learned = described.learner().indexOf(name);
    return learned >= 0 ? newest.learner[learned] : Double.NaN;
  }

  /** The newest event as "kind: text"; empty if there was none. */
  public String lastEvent() {
    return events.isEmpty() ? "" : events.getLast().kind() + ": " + events.getLast().text();
  }
}
