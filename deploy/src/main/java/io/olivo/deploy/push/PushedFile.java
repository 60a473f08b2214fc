package io.olivo.deploy.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that the board gets.
 *
 * @param path below the release there, with slashes
 * @param sha256 of its bytes, in hexadecimal
 * @param mode who may do what with it, as chmod has it
 * @param size in bytes
 * @param source its bytes
 */
record PushedFile(String path, String sha256, int mode, long size, Source source) {
  /** Runs. */
  static final int PROGRAM = 0755;

  /** Is read by all. */
  static final int READABLE = 0644;

  /** Is read by the service alone, such as a password. */
  static final int SECRET = 0600;

  private static final int BUFFER = 1 << 16;

  /** Can be read again and again. */
  interface Source {
    InputStream open() throws IOException;
  }

  static PushedFile of(String path, int mode, byte[] bytes) {
    byte[] kept = bytes.clone();
    return new PushedFile(
        path,
        hex(newDigest().digest(kept)),
        mode,
        kept.length,
        () -> new ByteArrayInputStream(kept));
  }

  static PushedFile of(String path, String text) {
    return of(path, READABLE, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether its bytes are those of its digest. */
  boolean isWhole() throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream in = source.open()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest.digest()).equals(sha256);
  }

  /** A line of a list for {@code sha256sum -c}. */
  String line() {
    return sha256 + "  " + path + "\n";
  }

  static String digest(String text) {
    return hex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
