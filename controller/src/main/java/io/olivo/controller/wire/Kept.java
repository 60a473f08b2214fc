package io.olivo.controller.wire;

/**
 * Which events a robot still has; its answer to a {@link Have}.
 *
 * <pre>{"v":1,"before":11,"newest":40}</pre>
 *
 * @param before id of the last event that is kept no more; 0 when none is missing
 * @param newest id of the newest event; equal to {@code before} when there is none
 */
public record Kept(long before, long newest) {
  /** Refuses a range that ends before it begins. */
  public Kept {
    if (before < 0 || newest < before) {
      throw new IllegalArgumentException(
          "events are kept from one on, up to a newer one; got " + before + " to " + newest);
    }
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut().whole("before", before).whole("newest", newest).done();
  }

  /** Reads the message. */
  public static Kept decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("before", "newest");
    if (draft.newest < draft.before) {
      throw new WireException("\"newest\" is before \"before\"");
    }
    return new Kept(draft.before, draft.newest);
  }

  private static final class Draft {
    private long before;
    private long newest;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "before" -> before = in.count();
        case "newest" -> newest = in.count();
        default -> in.skip();
      }
    }
  }
}
