package io.olivo.controller.wire;

/**
 * Asks a robot for a piece of a saved state.
 *
 * <pre>{"v":1,"collector":"desk","number":17,"offset":49152}</pre>
 *
 * @param collector who asks; the answer goes to its own topic
 * @param number of the generation; 0 for the newest
 * @param offset where the piece begins [bytes]
 */
public record ChunkRequest(String collector, long number, long offset) {
  /** Refuses what is nowhere. */
  public ChunkRequest {
    Id.require("collector", collector);
    if (number < 0 || offset < 0) {
      throw new IllegalArgumentException("number and offset must not be negative");
    }
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut()
        .text("collector", collector)
        .whole("number", number)
        .whole("offset", offset)
        .done();
  }

  /** Reads the message. */
  public static ChunkRequest decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("collector", "number", "offset");
    return new ChunkRequest(draft.collector, draft.number, draft.offset);
  }

  private static final class Draft {
    private String collector = "";
    private long number;
    private long offset;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "collector" -> collector = in.id();
        case "number" -> number = in.count();
        case "offset" -> offset = in.count();
        default -> in.skip();
      }
    }
  }
}
