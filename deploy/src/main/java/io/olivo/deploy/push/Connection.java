package io.olivo.deploy.push;

import java.io.IOException;

/** A way to start commands on a board. */
public interface Connection extends AutoCloseable {
  /** The exit code that stands for a connection that was lost, or never was. */
  int LOST = 255;

  /**
   * Starts a command there.
   *
   * @param command for the shell of the user there
   * @return its three streams; it ends with {@link #LOST} when the connection does
   */
  Process start(String command) throws IOException;

  /** Hangs up. */
  @Override
  void close();
}
