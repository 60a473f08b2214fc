package io.olivo.controller.record.mcap;

/**
 * How a recording is written.
 *
 * @param profile what the reader may count on, "" for nothing; source: MCAP registry, "Profiles"
 * @param library name and version of the writing program
 * @param compression of the chunks
 * @param chunkBytes a chunk ends when it holds this much before compression [bytes]; a message that
 *     is larger has a larger chunk
 */
public record McapOptions(String profile, String library, Compression compression, int chunkBytes) {
  private static final int LEAST = 1 << 10; // bytes
  private static final int MOST = 1 << 26; // bytes

  /** Refuses chunks that are no use. */
  public McapOptions {
    if (chunkBytes < LEAST || chunkBytes > MOST) {
      throw new IllegalArgumentException(
          "chunkBytes must be from %d to %d, got %d; start from 262144"
              .formatted(LEAST, MOST, chunkBytes));
    }
  }

  /** Chunks of 256 KiB. */
  public static McapOptions of(String library, Compression compression) {
    return new McapOptions("", library, compression, 1 << 18);
  }
}
