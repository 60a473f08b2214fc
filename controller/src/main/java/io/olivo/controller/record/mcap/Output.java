package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;

/** A channel that counts and sums what it takes. After a failed write it takes nothing more. */
final class Output {
  private static final int PIECE = 1 << 16; // bytes

  private final WritableByteChannel channel;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
  private final CRC32 crc = new CRC32();
  private long position;
  private boolean failed;

  Output(WritableByteChannel channel) {
    this.channel = channel;
  }

  /** Bytes that the channel has taken. */
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

  boolean hasFailed() {
    return failed;
  }

  void write(RecordBuffer records) throws IOException {
    write(records.array(), 0, records.length());
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    if (failed) {
      throw new IOException("the recording ended at byte " + position + ", where a write failed");
    }
    failed = true; // until all is done
    for (int at = 0; at < length; at += PIECE) {
      piece.clear().put(bytes, offset + at, Math.min(PIECE, length - at)).flip();
      drain();
    }
    crc.update(bytes, offset, length);
    failed = false;
  }

  private void drain() throws IOException {
    while (piece.hasRemaining()) {
      position += channel.write(piece);
    }
  }

  /** Until the disk has it, where the channel is a file. */
  void force() throws IOException {
    if (channel instanceof FileChannel file) {
      file.force(false);
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
