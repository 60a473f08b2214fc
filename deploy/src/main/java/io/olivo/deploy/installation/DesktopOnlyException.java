package io.olivo.deploy.installation;

/** Somebody asked for what is not installed on a board. The message says what to do. */
public final class DesktopOnlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DesktopOnlyException(String message) {
    super(message);
  }
}
