package io.olivo.controller.record.mcap;

import java.io.IOException;

/** Bytes that are not those of a recording, or not those that were written. */
public final class McapException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * Says what is wrong and where.
   *
   * @param offset byte of the file at which the record begins that can't be used
   */
  public McapException(long offset, String reason) {
    super("byte " + offset + ": " + reason);
    this.offset = offset;
  }

  /** Byte of the file at which the record begins that can't be used. */
  public long offset() {
    return offset;
  }
}
