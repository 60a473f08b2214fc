package io.olivo.controller.wire;

/**
 * How an offer of a snapshot goes.
 *
 * <pre>{"v":1,"digest":"60303...","have":24576,"done":false,"reason":"","text":""}</pre>
 *
 * @param digest of the snapshot
 * @param have how much of it has arrived: where the next piece begins [bytes]
 * @param done whether it is accepted, as a whole
 * @param reason one word why it is refused; "" while it is not
 * @param text the same for people
 */
public record OfferAnswer(String digest, long have, boolean done, String reason, String text) {
  /** Go on. */
  public static OfferAnswer next(String digest, long have) {
    return new OfferAnswer(digest, have, false, "", "");
  }

  /** It is there, as a whole. */
  public static OfferAnswer accepted(String digest, long bytes) {
    return new OfferAnswer(digest, bytes, true, "", "");
  }

  /** It is not taken. */
  public static OfferAnswer refused(String digest, String reason, String text) {
    return new OfferAnswer(digest, 0, false, reason, text);
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut()
        .text("digest", digest)
        .whole("have", have)
        .flag("done", done)
        .text("reason", reason)
        .text("text", text)
        .done();
  }

  /** Reads the message. */
  public static OfferAnswer decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("digest", "have", "done");
    return new OfferAnswer(draft.digest, draft.have, draft.done, draft.reason, draft.text);
  }

  private static final class Draft {
    private String digest = "";
    private long have;
    private boolean done;
    private String reason = "";
    private String text = "";

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "digest" -> digest = in.digest();
        case "have" -> have = in.count();
        case "done" -> done = in.flag();
        case "reason" -> reason = in.text();
        case "text" -> text = in.text();
        default -> in.skip();
      }
    }
  }
}
