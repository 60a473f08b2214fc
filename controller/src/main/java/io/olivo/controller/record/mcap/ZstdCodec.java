package io.olivo.controller.record.mcap;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/**
 * Zstandard frames (RFC 8878) by aircompressor. Makes about 1.2 MB of garbage a chunk of 256 KiB.
 */
final class ZstdCodec implements ChunkCodec {
  private static final long MOST = 1L << 15; // a block of 128 KiB that repeats one byte takes 4

  private final ZstdCompressor compressor = new ZstdCompressor();
  private final ZstdDecompressor decompressor = new ZstdDecompressor();

  @Override
  public int bound(int length) {
    return compressor.maxCompressedLength(length);
  }

  @Override
  public int compress(byte[] from, int length, byte[] to) {
    return compressor.compress(from, 0, length, to, 0, to.length);
  }

  @Override
  public long most(int compressed) {
    return compressed * MOST;
  }

  @Override
  public void decompress(byte[] from, int offset, int length, byte[] to, int wanted) {
    int became = decompressor.decompress(from, offset, length, to, 0, wanted);
    if (became != wanted) {
      throw new IllegalArgumentException("%d bytes, not %d".formatted(became, wanted));
    }
  }
}
