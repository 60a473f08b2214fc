package io.olivo.controller.wire;

import java.util.regex.Pattern;

/**
 * Which saved state an event tells of.
 *
 * <pre>{"number":17,"digest":"9f86...","bytes":20480}</pre>
 *
 * @param number of the generation
 * @param digest SHA-256 of the file, 64 hex digits
 * @param bytes size of the file
 */
public record SnapshotNote(long number, String digest, long bytes) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Refuses what names no file. */
  public SnapshotNote {
    if (number < 1 || bytes < 1 || !isDigest(digest)) {
      throw new IllegalArgumentException(
          "a snapshot has a number and a size above 0 and a SHA-256 of 64 hex digits, got "
              + number
              + ", "
              + bytes
              + ", \""
              + digest
              + "\"");
    }
  }

  /** Whether a text is a SHA-256 in hex digits, as the digests of snapshots are. */
  public static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  void write(JsonOut out) {
    out.whole("number", number).text("digest", digest).whole("bytes", bytes);
  }

  static SnapshotNote read(JsonIn in) throws WireException {
    Draft draft = new Draft();
    in.object(draft::take);
    return draft.done();
  }

  /** Its fields, one by one. */
  static final class Draft {
    private long number;
    private String digest = "";
    private long bytes;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "number" -> number = in.whole();
        case "digest" -> digest = in.text();
        case "bytes" -> bytes = in.whole();
        default -> in.skip();
      }
    }

    SnapshotNote done() throws WireException {
      try {
        return new SnapshotNote(number, digest, bytes);
      } catch (IllegalArgumentException e) {
        throw new WireException(String.valueOf(e.getMessage()));
      }
    }
  }
}
