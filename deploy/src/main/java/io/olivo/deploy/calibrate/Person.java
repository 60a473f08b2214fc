package io.olivo.deploy.calibrate;

/** Who stands beside the robot and moves it. */
public interface Person {
  /** Tells something. */
  void tell(String text);

  /**
   * Asks for something to be done, and waits until it is.
   *
   * @return false when it is to be left out
   */
  boolean done(String request);
}
