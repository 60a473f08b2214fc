package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A channel that counts and sums what it gave. */
final class Input {
  private static final byte[] NOTHING = {};
  private static final int PIECE = 1 << 15; // bytes

  private final ReadableByteChannel channel;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE).limit(0);
  private final CRC32 crc = new CRC32();
  private long position;

  /**
   * @param position byte of the file at which the channel stands
   */
  Input(ReadableByteChannel channel, long position) {
    this.channel = channel;
    this.position = position;
  }

  /** Bytes of the file before the next one. */
  long position() {
    return position;
  }

  long crc() {
    return crc.getValue();
  }

  /** The sum begins anew. */
  void restartCrc() {
    crc.reset();
  }

  /**
   * Fills {@code length} bytes of {@code to} from {@code offset} on; false when the file ends
   * before.
   */
  boolean read(byte[] to, int offset, int length) throws IOException {
    int done = 0;
    while (done < length && more()) {
      int count = Math.min(length - done, piece.remaining());
      piece.get(to, offset + done, count);
      done += count;
    }
    crc.update(to, offset, done);
    position += done;
    return done == length;
  }

  /**
   * Fills {@code [from, to)} of the array that is given or of a larger one with the same first
   * bytes; returns an empty one when the file ends before. The array grows with the bytes that
   * come, not with those that are promised.
   */
  byte[] fill(byte[] reuse, int from, int to) throws IOException {
    byte[] into = reuse;
    int done = from;
    while (done < to) {
      into = into.length > done ? into : larger(into, done, to);
      int step = Math.min(to, into.length) - done;
      if (!read(into, done, step)) {
        return NOTHING;
      }
      done += step;
    }
    return into;
  }

  private byte[] larger(byte[] array, int done, int to) throws IOException {
    if (to - done <= left()) {
      return Arrays.copyOf(array, to);
    }
    return Arrays.copyOf(array, (int) Math.min(to, Math.max(PIECE, 2L * done)));
  }

  /** Bytes that are left for sure. */
  private long left() throws IOException {
    return channel instanceof SeekableByteChannel file
        ? file.size() - file.position() + piece.remaining()
        : piece.remaining();
  }

  /** Passes over so many bytes; false when the file ends before. */
  boolean skip(long length) throws IOException {
    long left = length;
    while (left > 0 && more()) {
      int count = (int) Math.min(left, piece.remaining());
      crc.update(piece.slice(piece.position(), count));
      piece.position(piece.position() + count);
      position += count;
      left -= count;
    }
    return left == 0;
  }

  /** Whether there is one more byte. */
  boolean more() throws IOException {
    while (!piece.hasRemaining()) {
      piece.clear();
      int count = channel.read(piece);
      piece.flip();
      if (count < 0) {
        return false;
      }
    }
    return true;
  }

  void close() throws IOException {
    channel.close();
  }
}
