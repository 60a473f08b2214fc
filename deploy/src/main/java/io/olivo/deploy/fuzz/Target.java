package io.olivo.deploy.fuzz;

import io.olivo.controller.link.Message;
import java.io.IOException;

/** One who hears messages: what it is sent, and what of it may have an effect. */
interface Target extends AutoCloseable {
  /** A valid message for it. */
  Message next(long clockMillis);

  /** Looks at what has become of a message, for it or for others. */
  void look(Message message);

  /** Tries whether it still works, and tells. */
  Found found() throws Exception;

  @Override
  void close() throws IOException;
}
