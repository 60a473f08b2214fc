package io.olivo.controller.wire;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened: a fault, a command obeyed, a snapshot saved.
 *
 * <pre>{"v":1,"time_ns":14000000,"kind":"fault","text":"shoulder.angle is stale","id":17}</pre>
 *
 * @param timeNanos robot time [ns]
 * @param kind one word
 * @param text for people
 * @param id grows from event to event, also over restarts of the robot; 0 for an event without
 * @param after id of the event before; on the wire only where it is not {@code id - 1}, which is at
 *     the first event of a run
 * @param snapshot what an event of kind "snapshot" tells of; null for others
 */
public record Event(
    long timeNanos,
    String kind,
    String text,
    long id,
    long after,
    @Nullable SnapshotNote snapshot) {
  /** Kind of the event that tells of a saved state. */
  public static final String SNAPSHOT = "snapshot";

  /** Refuses ids that don't grow. */
  public Event {
    if (id < 0 || after < 0 || (id == 0 ? after != 0 : after >= id)) {
      throw new IllegalArgumentException("ids of events must grow, got " + id + " after " + after);
    }
  }

  /** An event that has no id yet. */
  public Event(long timeNanos, String kind, String text) {
    this(timeNanos, kind, text, 0, 0, null);
  }

  /** A state was saved. */
  public static Event saved(long timeNanos, SnapshotNote note) {
    String text = "generation %d was saved, %d bytes".formatted(note.number(), note.bytes());
    return new Event(timeNanos, SNAPSHOT, text, 0, 0, note);
  }

  /** The same with its id, and that of the event before it. */
  public Event numbered(long number, long before) {
    return new Event(timeNanos, kind, text, number, before, snapshot);
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().whole("time_ns", timeNanos).text("kind", kind).text("text", text);
    if (id > 0) {
      out.whole("id", id);
    }
    if (id > 0 && after != id - 1) {
      out.whole("after", after);
    }
    SnapshotNote note = snapshot;
    if (note != null) {
      out.begin("snapshot");
      note.write(out);
      out.end();
    }
    return out.done();
  }

  /** Reads the message. */
  public static Event decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("time_ns", "kind", "text");
    return draft.done();
  }

  private static final class Draft {
    private long timeNanos;
    private String kind = "";
    private String text = "";
    private long id;
    private long after = -1; // not told
    private @Nullable SnapshotNote snapshot;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "time_ns" -> timeNanos = in.whole();
        case "kind" -> kind = in.text();
        case "text" -> text = in.text();
        case "id" -> id = in.whole();
        case "after" -> after = in.whole();
        case "snapshot" -> snapshot = SnapshotNote.read(in);
        default -> in.skip();
      }
    }

    Event done() throws WireException {
      try {
        long before = after >= 0 ? after : Math.max(0, id - 1);
        return new Event(timeNanos, kind, text, id, before, snapshot);
      } catch (IllegalArgumentException e) {
        throw new WireException(String.valueOf(e.getMessage()));
      }
    }
  }
}
