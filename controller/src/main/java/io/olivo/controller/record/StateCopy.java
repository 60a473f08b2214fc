package io.olivo.controller.record;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateImage;
import io.olivo.learning.snapshot.Stateful;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A copy of what something remembers, taken on the loop's thread into memory that exists, and read
 * on the recorder's. It belongs to the loop while it is not full, else to the recorder.
 */
public final class StateCopy {
  private final Stateful what;
  private final StateImage image;
  private volatile boolean full;

  /**
   * Lays out the copy, so that no later one asks for memory.
   *
   * @param kind of what is copied, such as "cerebellum"
   */
  public StateCopy(String kind, Stateful what) {
    this.what = what;
    image = new StateImage(kind);
    image.fill(what);
  }

  /** Takes a copy; false when the one before is still being read. */
  @HotPath
  boolean take() {
    if (full) {
      return false;
    }
    image.fill(what);
    full = true;
    return true;
  }

  /** The copy as the bytes of a saved state; another one may be taken then. */
  byte[] bytes() {
    byte[] bytes = image.bytes();
    full = false;
    return bytes;
  }

  /** SHA-256 of these bytes in hex; another copy may be taken then. */
  String digest() {
    return sha256(bytes());
  }

  /** SHA-256 in hex of what is remembered now; only between two ticks. */
  public String digestNow() {
    image.fill(what);
    return sha256(image.bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
