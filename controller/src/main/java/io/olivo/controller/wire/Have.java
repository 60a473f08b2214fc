package io.olivo.controller.wire;

/**
 * What a collector of events has, so that the robot sends again what it lacks.
 *
 * <pre>{"v":1,"collector":"desk","upto":17}</pre>
 *
 * @param collector who
 * @param upto id of the last event that it has, and all before it; 0 for none
 */
public record Have(String collector, long upto) {
  /** Refuses what no collector has. */
  public Have {
    Id.require("collector", collector);
    if (upto < 0) {
      throw new IllegalArgumentException("upto must not be negative, got " + upto);
    }
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut().text("collector", collector).whole("upto", upto).done();
  }

  /** Reads the message. */
  public static Have decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("collector", "upto");
    return new Have(draft.collector, draft.upto);
  }

  private static final class Draft {
    private String collector = "";
    private long upto;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "collector" -> collector = in.id();
        case "upto" -> upto = in.count();
        default -> in.skip();
      }
    }
  }
}
