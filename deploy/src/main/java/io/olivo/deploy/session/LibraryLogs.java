package io.olivo.deploy.session;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What libraries write about themselves: we say ourselves what people need to know. */
public final class LibraryLogs {
  private LibraryLogs() {}

  /** Silences them; to be called before the first library that logs is started. */
  public static void silence() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }
  }
}
