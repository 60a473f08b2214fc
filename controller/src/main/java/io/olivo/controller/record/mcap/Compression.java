package io.olivo.controller.record.mcap;

/**
 * How the records of a chunk are compressed. Source: MCAP registry, "Compression formats"; LZ4 is
 * the frame format, not the bare block.
 */
public enum Compression {
  /** Not at all. */
  NONE(""),
  /** LZ4 frames: quickest, makes no garbage. */
  LZ4("lz4"),
  /** Zstandard frames: smallest. */
  ZSTD("zstd");

  private final String spelling;

  Compression(String spelling) {
    this.spelling = spelling;
  }

  /** As it stands in a file. */
  public String spelling() {
    return spelling;
  }
}
