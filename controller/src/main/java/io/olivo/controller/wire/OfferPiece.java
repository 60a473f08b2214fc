package io.olivo.controller.wire;

import java.util.Base64;

/**
 * A piece of the snapshot that is offered.
 *
 * <pre>{"v":1,"sender":"desk","digest":"60303...","offset":24576,"data":"base64"}</pre>
 */
public final class OfferPiece {
  private static final byte[] NOTHING = {};

  private final String sender;
  private final String digest;
  private final long offset;
  private final byte[] data;

  /**
   * @param digest of the whole, 64 hex digits
   * @param offset where it begins [bytes]
   * @param data at most {@link Chunk#MOST_BYTES}; kept, not copied
   */
  public OfferPiece(String sender, String digest, long offset, byte[] data) {
    this.sender = Id.require("sender", sender);
    this.digest = digest;
    this.offset = offset;
    this.data = data;
  }

  /** Who sends it. */
  public String sender() {
    return sender;
  }

  /** Of the whole. */
  public String digest() {
    return digest;
  }

  /** Where it begins [bytes]. */
  public long offset() {
    return offset;
  }

  /** The piece, not a copy of it. */
  public byte[] data() {
    return data;
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut()
        .text("sender", sender)
        .text("digest", digest)
        .whole("offset", offset)
        .text("data", Base64.getEncoder().encodeToString(data))
        .done();
  }

  /** Reads the message. */
  public static OfferPiece decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("sender", "digest", "offset", "data");
    return new OfferPiece(draft.sender, draft.digest, draft.offset, draft.data);
  }

  private static final class Draft {
    private String sender = "";
    private String digest = "";
    private long offset;
    private byte[] data = NOTHING;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "sender" -> sender = in.id();
        case "digest" -> digest = in.digest();
        case "offset" -> offset = in.count();
        case "data" -> data = in.bytes(Chunk.MOST_BYTES);
        default -> in.skip();
      }
    }
  }
}
