package io.olivo.deploy.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as hex digits. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] content) {
    return of("SHA-256", content);
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What dpkg keeps of each file. */
  static String md5(byte[] content) {
    return of("MD5", content);
  }

  private static String of(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
