package io.olivo.controller.link;

import java.io.IOException;
import java.time.Duration;

/** Makes connections. */
@FunctionalInterface
interface Connector {
  /** Hears from a connection, on the connection's thread. */
  interface Ears {
    /** A message came. */
    void message(Message message);

    /** The connection died. */
    void lost();
  }

  /**
   * Opens one connection.
   *
   * @param limit after which the attempt is over, whatever the client does
   */
  Connection open(Ears ears, Duration limit) throws IOException;
}
