package io.olivo.controller.wire;

/**
 * Something that happened: a fault, a command obeyed, a snapshot saved.
 *
 * <pre>{"v":1,"time_ns":14000000,"kind":"fault","text":"shoulder.angle is stale"}</pre>
 *
 * @param timeNanos robot time [ns]
 * @param kind one word
 * @param text for people
 */
public record Event(long timeNanos, String kind, String text) {
  /** The message. */
  public byte[] encode() {
    return new JsonOut().whole("time_ns", timeNanos).text("kind", kind).text("text", text).done();
  }

  /** Reads the message. */
  public static Event decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("time_ns", "kind", "text");
    return new Event(draft.timeNanos, draft.kind, draft.text);
  }

  private static final class Draft {
    private long timeNanos;
    private String kind = "";
    private String text = "";

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "time_ns" -> timeNanos = in.whole();
        case "kind" -> kind = in.text();
        case "text" -> text = in.text();
        default -> in.skip();
      }
    }
  }
}
