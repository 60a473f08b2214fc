package io.olivo.controller.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A saved state that somebody would like a robot to have, with a signature over all that matters.
 *
 * <pre>{"v":1,"sender":"desk","robot":"arm2","kind":"cerebellum","config":"9f86...",
 *  "clock_ms":1796041979123,"bytes":60000,"digest":"60303...","signature":"base64"}</pre>
 *
 * @param sender who offers; answers go to its own topic
 * @param robot whom it is for
 * @param kind of what was saved, such as "cerebellum"
 * @param config digest of the robot file that it was learned with
 * @param clockMillis when it was signed [ms since 1970]
 * @param bytes size of the file
 * @param digest SHA-256 of the file, 64 hex digits
 * @param signature Ed25519 over {@link #signedText}, in base64
 */
public record Offer(
    String sender,
    String robot,
    String kind,
    String config,
    long clockMillis,
    long bytes,
    String digest,
    String signature) {
  private static final int LONGEST = 128;

  /** Refuses what can't be an offer. */
  public Offer {
    Id.require("sender", sender);
    Id.require("robot", robot);
    boolean plain =
        List.of(kind, config, signature).stream()
            .allMatch(text -> text.length() <= LONGEST && text.chars().noneMatch(c -> c < ' '));
    if (!plain || clockMillis < 0 || bytes < 1 || !SnapshotNote.isDigest(digest)) {
      throw new IllegalArgumentException("no offer of a snapshot: " + digest);
    }
  }

  /** The same, signed. */
  public Offer signed(byte[] over) {
    return new Offer(
        sender,
        robot,
        kind,
        config,
        clockMillis,
        bytes,
        digest,
        Base64.getEncoder().encodeToString(over));
  }

  /**
   * What is signed, in UTF-8: a line that says what it is, then one line for each of robot, kind,
   * config, clock_ms, bytes, digest, each ended by a line feed. No value holds a line feed.
   */
  public byte[] signedText() {
    return "olivo snapshot offer 1\n%s\n%s\n%s\n%d\n%d\n%s\n"
        .formatted(robot, kind, config, clockMillis, bytes, digest)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The message. */
  public byte[] encode() {
    return new JsonOut()
        .text("sender", sender)
        .text("robot", robot)
        .text("kind", kind)
        .text("config", config)
        .whole("clock_ms", clockMillis)
        .whole("bytes", bytes)
        .text("digest", digest)
        .text("signature", signature)
        .done();
  }

  /** Reads the message. */
  public static Offer decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take)
        .require("sender", "robot", "kind", "config", "clock_ms", "bytes", "digest");
    return draft.done();
  }

  private static final class Draft {
    private String sender = "";
    private String robot = "";
    private String kind = "";
    private String config = "";
    private long clockMillis;
    private long bytes;
    private String digest = "";
    private String signature = "";

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "sender" -> sender = in.id();
        case "robot" -> robot = in.id();
        case "kind" -> kind = in.text();
        case "config" -> config = in.text();
        case "clock_ms" -> clockMillis = in.count();
        case "bytes" -> bytes = in.count();
        case "digest" -> digest = in.text();
        case "signature" -> signature = in.text();
        default -> in.skip();
      }
    }

    Offer done() throws WireException {
      try {
        return new Offer(sender, robot, kind, config, clockMillis, bytes, digest, signature);
      } catch (IllegalArgumentException e) {
        throw new WireException(String.valueOf(e.getMessage()));
      }
    }
  }
}
