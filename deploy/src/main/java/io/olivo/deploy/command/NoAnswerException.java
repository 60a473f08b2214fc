package io.olivo.deploy.command;

/** Nobody answered a command. The message says what to do. */
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoAnswerException(String message) {
    super(message);
  }
}
