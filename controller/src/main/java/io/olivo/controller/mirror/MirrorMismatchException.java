package io.olivo.controller.mirror;

/** The simulator plays another robot than the controller drives. The message names both. */
public final class MirrorMismatchException extends Exception {
  private static final long serialVersionUID = 1L;

  MirrorMismatchException(String difference) {
    super(difference + "; start both ends from the same robot file");
  }
}
