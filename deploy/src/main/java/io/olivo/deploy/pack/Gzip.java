package io.olivo.deploy.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression that depends on nothing but its input: Java writes no time into the header. */
final class Gzip {
  /** Writes to a stream that gets compressed. */
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static final int EXTRA_FLAGS = 8; // RFC 1952, 2.3.1: place of XFL

  private Gzip() {}

  static void compress(OutputStream to, Writer writer) throws IOException {
    try (OutputStream out = new Best(to)) {
      writer.write(out);
    }
  }

  /** Says in its header that it is the best compression, too, as Debian wants of a manual. */
  static byte[] compressed(Writer writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    compress(bytes, writer);
    byte[] compressed = bytes.toByteArray();
    compressed[EXTRA_FLAGS] = 2;
    return compressed;
  }
}
