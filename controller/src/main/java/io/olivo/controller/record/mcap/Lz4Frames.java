package io.olivo.controller.record.mcap;

/**
 * LZ4 frames become bytes, with every option of the format but dictionaries: blocks that lean on
 * the ones before, and checksums, which are verified. Reads and writes arrays by index only, so
 * that hostile bytes end in an exception at worst. Source: "LZ4 Frame Format Description", version
 * 1.6.3.
 */
final class Lz4Frames {
  private static final int DICTIONARY = 1;
  private static final int CONTENT_CHECKSUM = 1 << 2;
  private static final int CONTENT_SIZE = 1 << 3;
  private static final int BLOCK_CHECKSUM = 1 << 4;

  private final byte[] from;
  private final int end;
  private final byte[] to;
  private final int wanted;
  private int at;
  private int done;

  /**
   * @param wanted how many bytes it must become
   */
  Lz4Frames(byte[] from, int offset, int length, byte[] to, int wanted) {
    this.from = from;
    this.at = offset;
    this.end = offset + length;
    this.to = to;
    this.wanted = wanted;
  }

  void decompress() {
    while (at < end) {
      frame();
    }
    require(done == wanted, "LZ4 frames are too short");
  }

  private void frame() {
    require(u32() == Lz4Codec.MAGIC, "not an LZ4 frame");
    int begin = done;
    int flags = descriptor();
    for (int size = u32(); size != 0; size = u32()) {
      block(size, begin, (flags & BLOCK_CHECKSUM) != 0);
    }
    if ((flags & CONTENT_CHECKSUM) != 0) {
      require(u32() == XxHash32.of(to, begin, done - begin), "an LZ4 frame is damaged");
    }
  }

  private int descriptor() {
    int begin = at;
    int flags = take(2);
    require(from[flags] >> 6 == 1, "LZ4 frames of another version");
    require((from[flags] & DICTIONARY) == 0, "an LZ4 frame needs a dictionary");
    if ((from[flags] & CONTENT_SIZE) != 0) {
      take(Long.BYTES);
    }
    byte checksum = (byte) (XxHash32.of(from, begin, at - begin) >>> 8);
    require(from[take(1)] == checksum, "the head of an LZ4 frame is damaged");
    return from[flags];
  }

  private void block(int size, int begin, boolean checked) {
    int length = size & ~Lz4Codec.RAW;
    int block = take(length);
    if (checked) {
      require(u32() == XxHash32.of(from, block, length), "an LZ4 block is damaged");
    }
    if (size < 0) {
      require(length <= wanted - done, "LZ4 frames are too long");
      System.arraycopy(from, block, to, done, length);
      done += length;
    } else {
      done = Lz4Block.decompress(from, block, block + length, to, begin, done, wanted);
    }
  }

  private int u32() {
    return (int) Lz4Codec.U32.get(from, take(Integer.BYTES));
  }

  private int take(int count) {
    require(count <= end - at, "LZ4 frames end too early");
    int begin = at;
    at += count;
    return begin;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
