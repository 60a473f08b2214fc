package io.olivo.controller.checkpoint;

import java.io.IOException;

/** The disk is too full for another snapshot. */
public final class NoSpaceException extends IOException {
  private static final long serialVersionUID = 1;

  /** With how much is free and how much there should be [bytes]. */
  public NoSpaceException(long freeBytes, long leastBytes) {
    super(
        "%d MB are free, and a snapshot is only saved above %d MB"
            .formatted(freeBytes / 1_000_000, leastBytes / 1_000_000));
  }
}
