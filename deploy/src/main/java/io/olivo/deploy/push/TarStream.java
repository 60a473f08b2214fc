package io.olivo.deploy.push;

import io.olivo.deploy.pack.UstarHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/**
 * Files on their way to a board, as tar packs them, all of one time, so that the same files are the
 * same bytes. They are not read into memory as a whole.
 */
final class TarStream implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final long YEAR_1980 = 315_532_800; // not 0, by which a JVM means "no time"

  private final OutputStream out;
  private final LongConsumer sent;

  /**
   * @param sent is told of every piece [bytes]
   */
  TarStream(OutputStream out, LongConsumer sent) {
    this.out = out;
    this.sent = sent;
  }

  /** Adds a file; folders on the way to it are made by who unpacks it. */
  void add(PushedFile file) throws IOException {
    out.write(
        UstarHeader.of(file.path(), file.mode(), file.size(), UstarHeader.FILE, "", YEAR_1980));
    long left = file.size();
    try (InputStream in = file.source().open()) {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new IOException(file.path() + " became shorter while it was sent");
        }
        out.write(buffer, 0, n);
        left -= n;
        sent.accept(n);
      }
    }
    out.write(new byte[UstarHeader.padding(file.size())]);
  }

  /** Ends the archive; the stream below stays open. */
  @Override
  public void close() throws IOException {
    out.write(new byte[UstarHeader.END]);
    out.flush();
  }
}
