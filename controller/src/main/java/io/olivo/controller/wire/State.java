package io.olivo.controller.wire;

/**
 * Whether a robot is there. Retained; the broker itself sends the offline one, as its Last Will.
 *
 * <pre>{"v":1,"online":true,"session":"c1"}</pre>
 *
 * @param online whether it is there
 * @param session the run of the controller
 */
public record State(boolean online, String session) {
  /** Refuses a session that is not an id. */
  public State {
    Id.require("session", session);
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut().flag("online", online).text("session", session).done();
  }

  /** Reads the message. */
  public static State decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("online", "session");
    return new State(draft.online, draft.session);
  }

  private static final class Draft {
    private boolean online;
    private String session = "";

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "online" -> online = in.flag();
        case "session" -> session = in.id();
        default -> in.skip();
      }
    }
  }
}
