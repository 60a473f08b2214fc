package io.olivo.controller.record.mcap;

/**
 * One LZ4 block becomes bytes: literals, then a match that was seen up to 65535 bytes before, and
 * so on; the last literals have no match. Source: "LZ4 Block Format Description".
 */
final class Lz4Block {
  private static final int MORE = 15; // in a length of 4 bits: bytes follow that are added
  private static final int LEAST_MATCH = 4; // bytes

  private final byte[] from;
  private final int end;
  private int at;

  private Lz4Block(byte[] from, int at, int end) {
    this.from = from;
    this.at = at;
    this.end = end;
  }

  /**
   * Returns where the bytes end in {@code to}.
   *
   * @param begin matches reach back to here
   * @param done where the bytes begin
   * @param limit behind which nothing is written
   */
  static int decompress(byte[] from, int at, int end, byte[] to, int begin, int done, int limit) {
    return new Lz4Block(from, at, end).decompress(to, begin, done, limit);
  }

  private int decompress(byte[] to, int begin, int done, int limit) {
    int filled = done;
    while (true) {
      int token = next();
      int literals = length(token >>> 4, Math.min(limit - filled, end - at));
      System.arraycopy(from, at, to, filled, literals);
      at += literals;
      filled += literals;
      if (at == end) {
        return filled;
      }
      int back = next() | (next() << 8);
      require(back > 0 && back <= filled - begin);
      int match = length(token & 15, limit - filled - LEAST_MATCH) + LEAST_MATCH;
      copy(to, filled - back, filled, match);
      filled += match;
    }
  }

  /** What is copied may be part of the copy. */
  private static void copy(byte[] to, int source, int target, int count) {
    if (source + count <= target) {
      System.arraycopy(to, source, to, target, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i] = to[source + i];
    }
  }

  private int length(int nibble, int most) {
    int length = nibble;
    if (nibble == MORE) {
      int more;
      do {
        more = next();
        length += more;
        require(length <= most);
      } while (more == 255);
    }
    require(length <= most);
    return length;
  }

  private int next() {
    require(at < end);
    return from[at++] & 0xFF;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("an LZ4 block is damaged");
    }
  }
}
