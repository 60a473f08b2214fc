package io.olivo.deploy.push;

import java.util.List;

/** A push that did not do what it was asked for, and knows what is to be done. */
public final class PushException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> details;

  /**
   * @param what went wrong, what is left where, and the next command
   * @param details what the board said, line by line; may be empty
   */
  PushException(String what, List<String> details) {
    super(what);
    this.details = List.copyOf(details);
  }

  /** Where the board said nothing. */
  public PushException(String what) {
    this(what, List.of());
  }

  /** What the board said, line by line. */
  public List<String> details() {
    return details == null ? List.of() : details;
  }
}
