package io.olivo.controller.checkpoint;

/** The bytes of a generation. */
public final class StoredFile {
  private final long number;
  private final byte[] bytes;

  StoredFile(long number, byte[] bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /** Number of the generation. */
  public long number() {
    return number;
  }

  /** Of its file, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** SHA-256, in hex digits. */
  public String digest() {
    return SnapshotStore.digestOf(bytes);
  }
}
