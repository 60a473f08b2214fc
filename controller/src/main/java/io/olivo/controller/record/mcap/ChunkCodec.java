package io.olivo.controller.record.mcap;

/** A way to compress the records of a chunk. */
interface ChunkCodec {
  /** Bytes that {@link #compress} needs at most for so many. */
  int bound(int length);

  /** Compresses the first {@code length} bytes. Returns how many it wrote. */
  int compress(byte[] from, int length, byte[] to);

  /** Bytes that so many compressed ones can become at most, however hostile they are. */
  long most(int compressed);

  /**
   * The other way: fills the first {@code wanted} bytes.
   *
   * @throws RuntimeException when the bytes are damaged or become more or fewer than that
   */
  void decompress(byte[] from, int offset, int length, byte[] to, int wanted);
}
