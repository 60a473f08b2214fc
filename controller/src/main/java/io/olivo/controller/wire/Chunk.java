package io.olivo.controller.wire;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a saved state, or that there is none.
 *
 * <pre>{"v":1,"number":17,"digest":"9f86...","bytes":60000,"offset":49152,"data":"base64"}
 * {"v":1,"number":17,"reason":"gone"}</pre>
 */
public final class Chunk {
  /** Most bytes in one piece: 32 KiB of base64, with which a message stays below 64 KiB. */
  public static final int MOST_BYTES = 24 * 1024;

  private static final byte[] NOTHING = {};

  private final long number;
  private final @Nullable SnapshotNote note; // null when there is none
  private final long offset;
  private final byte[] data;
  private final String reason;

  private Chunk(long number, @Nullable SnapshotNote note, long offset, byte[] data, String reason) {
    this.number = number;
    this.note = note;
    this.offset = offset;
    this.data = data;
    this.reason = reason;
  }

  /**
   * A piece.
   *
   * @param note the whole that it is of
   * @param offset where it begins [bytes]
   * @param data at most {@link #MOST_BYTES}; kept, not copied
   */
  public static Chunk of(SnapshotNote note, long offset, byte[] data) {
    return new Chunk(note.number(), note, offset, data, "");
  }

  /** The generation can't be had. */
  public static Chunk none(long number, String reason) {
    return new Chunk(number, null, 0, NOTHING, reason);
  }

  /** Number of the generation. */
  public long number() {
    return number;
  }

  /** The whole that it is of; null when it can't be had. */
  public @Nullable SnapshotNote note() {
    return note;
  }

  /** Where it begins [bytes]. */
  public long offset() {
    return offset;
  }

  /** The piece, not a copy of it. */
  public byte[] data() {
    return data;
  }

  /** Why it can't be had; "" when it can. */
  public String reason() {
    return reason;
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut();
    SnapshotNote whole = note;
    if (whole == null) {
      return out.whole("number", number).text("reason", reason).done();
    }
    whole.write(out);
    return out.whole("offset", offset)
        .text("data", Base64.getEncoder().encodeToString(data))
        .done();
  }

  /** Reads the message. */
  public static Chunk decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn in = JsonIn.read(payload, draft::take);
    in.require("number");
    if (!draft.reason.isEmpty()) {
      return none(draft.number, draft.reason);
    }
    in.require("digest", "bytes", "offset", "data");
    return of(draft.note.done(), draft.offset, draft.data);
  }

  private static final class Draft {
    private final SnapshotNote.Draft note = new SnapshotNote.Draft();
    private long number;
    private long offset;
    private byte[] data = NOTHING;
    private String reason = "";

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "offset" -> offset = in.count();
        case "data" -> data = in.bytes(MOST_BYTES);
        case "reason" -> reason = in.text();
        case "number" -> {
          number = in.count();
          note.take(name, in);
        }
        default -> note.take(name, in);
      }
    }
  }
}
