package io.olivo.deploy.trust;

/** How a robot answers a fault. */
public enum Must {
  /** Goes on acting; the guard may hold its learning for a moment. */
  RIDE_THROUGH("ride through"),
  /** Pauses with the safe command, or goes back to what it knew, and goes on by itself. */
  DEGRADE("degrade"),
  /** Sends the safe command until somebody arms it again. */
  STOP("stop"),
  /**
   * Nothing is sure to see that anything is wrong: it may go on acting with a large error, or stop
   * by chance. What it learns meanwhile nobody promises.
   */
  NOT_NOTICED("not noticed");

  private final String title;

  Must(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }
}
