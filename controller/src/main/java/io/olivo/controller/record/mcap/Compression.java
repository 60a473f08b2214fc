package io.olivo.controller.record.mcap;

import org.jspecify.annotations.Nullable;

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

  /** The one that is spelled so; null for none that we know. */
  static @Nullable Compression of(String spelling) {
    for (Compression each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    return null;
  }

  /** What does it, for one thread; null for {@link #NONE}. */
  @Nullable ChunkCodec codec() {
    return switch (this) {
      case NONE -> null;
      case LZ4 -> new Lz4Codec();
      case ZSTD -> new ZstdCodec();
    };
  }
}
