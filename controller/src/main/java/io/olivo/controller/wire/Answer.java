package io.olivo.controller.wire;

/**
 * What became of a {@link Command}; with its correlation data, on its response topic.
 *
 * <pre>{"v":1,"robot":"arm2","sender":"desk","seq":12,"command":"stop","done":true,
 *  "reason":"done","text":"safe-stop","time_ns":14000000,"clock_ms":1796041979123}</pre>
 *
 * @param robot who answers
 * @param sender of the command; empty when it could not be read
 * @param seq of the command; 0 when it could not be read
 * @param command its word; empty when it could not be read
 * @param reason why it was not obeyed, or {@link Reason#DONE}
 * @param text for people
 * @param timeNanos robot time [ns]
 * @param clockMillis the robot's wall clock [ms since 1970]
 */
public record Answer(
    String robot,
    String sender,
    long seq,
    String command,
    Reason reason,
    String text,
    long timeNanos,
    long clockMillis) {
  /** Whether the command was obeyed. */
  public boolean done() {
    return reason == Reason.DONE;
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("robot", robot).text("sender", sender).whole("seq", seq);
    out.text("command", command).flag("done", done()).text("reason", reason.wire());
    return out.text("text", text).whole("time_ns", timeNanos).whole("clock_ms", clockMillis).done();
  }

  /** Reads the message. */
  public static Answer decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take)
        .require("robot", "sender", "seq", "command", "reason", "text", "time_ns", "clock_ms");
    return new Answer(
        draft.robot,
        draft.sender,
        draft.seq,
        draft.command,
        draft.reason,
        draft.text,
        draft.timeNanos,
        draft.clockMillis);
  }

  private static final class Draft {
    private String robot = "";
    private String sender = "";
    private long seq;
    private String command = "";
    private Reason reason = Reason.INVALID;
    private String text = "";
    private long timeNanos;
    private long clockMillis;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "robot" -> robot = in.id();
        case "sender" -> sender = in.text();
        case "seq" -> seq = in.whole();
        case "command" -> command = in.text();
        case "reason" -> reason = Reason.of(in.text());
        case "text" -> text = in.text();
        case "time_ns" -> timeNanos = in.whole();
        case "clock_ms" -> clockMillis = in.whole();
        default -> in.skip();
      }
    }
  }
}
