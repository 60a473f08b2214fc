package io.olivo.deploy.watch;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.WireException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One robot, as it was last heard. Told by the link's thread, looked at by others.
 *
 * <p>It is live while its telemetry is at most {@link #FRESH_NANOS} old. A state message that says
 * offline counts for the run that it names only: the broker may tell late that the run before died.
 */
public final class WatchedRobot {
  /** After this long without telemetry nothing of a robot counts as alive [ns]. */
  public static final long FRESH_NANOS = 1_000_000_000L;

  private static final int KEPT_EVENTS = 100;
  private static final double SMOOTH = .1; // of the newest pause between two frames
  private static final double NANOS = 1e-9;

  private static final int EVENT_BYTES = 160; // beside its texts
  private static final int CHARACTER_BYTES = 2;
  private static final int JSON_BYTES = 8; // of memory, for each byte of a description

  private final String robot;
  private final Room room;
  private final SequenceGaps gaps = new SequenceGaps();
  private final History errors = new History();
  private final Deque<Event> events = new ArrayDeque<>();
  private @Nullable Description description;
  private long descriptionBytes; // of room, with the histories
  private @Nullable State state;
  private @Nullable TelemetryFrame frame; // whole, once it is filled
  private @Nullable TelemetryFrame spare; // what a bad message may spoil
  private boolean filled;
  private History[] columns = {};
  private long[] clips = {}; // [actuator]
  private long frameNanos;
  private double pauseSeconds = Double.NaN;
  private long frames;
  private long refused;
  private long eventCount;
  private long fastestMillis = Long.MAX_VALUE; // of arrival less the robot's clock
  private double behindMillis = Double.NaN;

  /**
   * @param room that it shares with others
   */
  WatchedRobot(String robot, Room room) {
    this.robot = robot;
    this.room = room;
  }

  /** Its id. */
  public String robot() {
    return robot;
  }

  /**
   * Takes a message.
   *
   * @param leaf last part of its topic
   * @param nowNanos when it came, as {@link System#nanoTime}
   * @param wallMillis the same by the wall clock
   */
  synchronized void hear(String leaf, byte[] payload, long nowNanos, long wallMillis) {
    try {
      switch (leaf) {
        case "description" -> describe(payload);
        case "state" -> state = payload.length == 0 ? null : State.decode(payload);
        case "telemetry" -> take(payload, nowNanos, wallMillis);
        case "events" -> add(Event.decode(payload));
        default -> {} // the mirror's, commands and answers are not for watchers
      }
    } catch (WireException nonsense) {
      refused++;
    }
  }

  private void describe(byte[] payload) throws WireException {
    if (payload.length == 0) {
      return;
    }
    Description told = Description.decode(payload);
    if (!told.equals(description)) {
      makeRoom(told, payload.length);
      description = told;
      begin(told);
    }
  }

  private void makeRoom(Description told, int length) throws WireException {
    int channels = told.sensors().size() + told.actuators().size();
    long bytes = (long) length * JSON_BYTES + (long) channels * History.BYTES;
    room.giveBack(descriptionBytes);
    boolean fits = room.take(bytes);
    if (!fits) {
      forget();
      throw new WireException("no room for a description of " + length + " bytes");
    }
    descriptionBytes = bytes;
  }

  private void forget() {
    descriptionBytes = 0;
    description = null;
    frame = null;
    spare = null;
    filled = false;
    columns = new History[0];
    clips = new long[0];
  }

  /** Another run, or another make: nothing of the last one is true any more. */
  private void begin(Description told) {
    frame = new TelemetryFrame(told);
    spare = new TelemetryFrame(told);
    filled = false;
    clips = new long[told.actuators().size()];
    columns = new History[told.sensors().size() + told.actuators().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new History();
    }
    errors.clear();
    gaps.restart();
    frames = 0;
    fastestMillis = Long.MAX_VALUE;
  }

  private void take(byte[] payload, long nowNanos, long wallMillis) throws WireException {
    TelemetryFrame into = spare;
    Description described = description;
    if (into == null || described == null) {
      return; // its description comes next, or it is none of ours
    }
    into.decode(payload);
    if (!into.session.equals(described.session())) {
      throw new WireException("telemetry of another run");
    }
    spare = frame;
    frame = into;
    tellPause(nowNanos);
    filled = true;
    frames++;
    gaps.take(into.seq);
    tellDelay(into, wallMillis);
    remember(into, nowNanos);
  }

  private void tellPause(long nowNanos) {
    if (filled) {
      double pause = (nowNanos - frameNanos) * NANOS;
      pauseSeconds =
          Double.isNaN(pauseSeconds) ? pause : pauseSeconds + SMOOTH * (pause - pauseSeconds);
    }
    frameNanos = nowNanos;
  }

  private void tellDelay(TelemetryFrame newest, long wallMillis) {
    if (newest.clockMillis > 0) {
      long late = wallMillis - newest.clockMillis;
      fastestMillis = Math.min(fastestMillis, late);
      behindMillis = late - fastestMillis;
    }
  }

  private void remember(TelemetryFrame newest, long nowNanos) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].put(nowNanos, newest.values[i]);
    }
    for (int i = 0; i < clips.length; i++) {
      clips[i] += newest.clipped[i] ? 1 : 0;
    }
    Description described = description;
    int error = described == null ? -1 : described.dashboard().health().indexOf("error");
    errors.put(nowNanos, error < 0 ? Double.NaN : newest.health[error]);
  }

  /** Adds an event; one that was sent again, for somebody who lacked it, is known already. */
  private void add(Event event) throws WireException {
    if (event.id() > 0 && events.stream().anyMatch(known -> known.id() == event.id())) {
      return;
    }
    if (events.size() == KEPT_EVENTS) {
      room.giveBack(bytes(events.removeFirst()));
    }
    if (!room.take(bytes(event))) {
      throw new WireException("no room for an event");
    }
    events.addLast(event);
    eventCount++;
  }

  private static long bytes(Event event) {
    int characters = event.kind().length() + event.text().length();
    return EVENT_BYTES + (long) characters * CHARACTER_BYTES;
  }

  /**
   * What is known of it at one moment.
   *
   * @param nowNanos as {@link System#nanoTime}
   * @param histories whether with its channels over the last minute
   */
  synchronized RobotView view(long nowNanos, boolean histories) {
    double age = filled ? (nowNanos - frameNanos) * NANOS : Double.POSITIVE_INFINITY;
    return new RobotView(
        robot,
        presence(age),
        age,
        description,
        copy(),
        behindMillis,
        pauseSeconds > 0 ? 1 / pauseSeconds : 0,
        frames,
        clips.clone(),
        gaps.missing(),
        refused,
        List.copyOf(events),
        eventCount,
        histories ? errors.until(nowNanos) : new double[0],
        histories ? histories(nowNanos) : new double[0][]);
  }

  private double[][] histories(long nowNanos) {
    double[][] values = new double[columns.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i].until(nowNanos);
    }
    return values;
  }

  private Presence presence(double ageSeconds) {
    State told = state;
    Description described = description;
    boolean ofThisRun =
        told != null && (described == null || told.session().equals(described.session()));
    if (told != null && ofThisRun && !told.online()) {
      return Presence.OFFLINE;
    }
    if (ageSeconds <= FRESH_NANOS * NANOS) {
      return Presence.LIVE;
    }
    return told == null && described == null ? Presence.UNKNOWN : Presence.SILENT;
  }

  private @Nullable TelemetryFrame copy() {
    TelemetryFrame newest = frame;
    Description described = description;
    if (newest == null || described == null || !filled) {
      return null;
    }
    TelemetryFrame copy = new TelemetryFrame(described);
    copy.set(newest);
    return copy;
  }
}
