package io.olivo.controller.wire;

/**
 * What an operator wants of a robot. Never retained, and with an expiry of MQTT's own beside the
 * deadline.
 *
 * <pre>{"v":1,"robot":"arm2","session":"c1","sender":"desk","seq":12,"deadline_ms":1796041979123,
 *  "command":"gain","joint":"shoulder","kp":60.0,"kd":4.0}</pre>
 *
 * @param robot which is meant
 * @param session the run of the controller that is meant, from its {@link Description}
 * @param sender who commands
 * @param seq grows from command to command of one sender
 * @param deadlineMillis until when it may be obeyed, by the robot's clock [ms since 1970]
 * @param instruction what is wanted
 */
public record Command(
    String robot,
    String session,
    String sender,
    long seq,
    long deadlineMillis,
    Instruction instruction) {
  /** Refuses ids of another form. */
  public Command {
    Id.require("robot", robot);
    Id.require("session", session);
    Id.require("sender", sender);
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("robot", robot).text("session", session);
    out.text("sender", sender).whole("seq", seq).whole("deadline_ms", deadlineMillis);
    InstructionJson.write(out, instruction);
    return out.done();
  }

  /** Reads the message; an instruction that makes no sense is one that says so. */
  public static Command decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take)
        .require("robot", "session", "sender", "seq", "deadline_ms", "command");
    return new Command(
        draft.robot,
        draft.session,
        draft.sender,
        draft.seq,
        draft.deadlineMillis,
        draft.instruction.finished());
  }

  private static final class Draft {
    private String robot = "";
    private String session = "";
    private String sender = "";
    private long seq;
    private long deadlineMillis;
    private final InstructionJson instruction = new InstructionJson();

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "robot" -> robot = in.id();
        case "session" -> session = in.id();
        case "sender" -> sender = in.id();
        case "seq" -> seq = in.whole();
        case "deadline_ms" -> deadlineMillis = in.whole();
        default -> instruction.take(name, in);
      }
    }
  }
}
