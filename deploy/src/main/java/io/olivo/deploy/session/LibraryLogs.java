package io.olivo.deploy.session;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What libraries write about themselves: we say ourselves what people need to know. */
public final class LibraryLogs {
  private static final java.util.logging.Logger MQTT =
      java.util.logging.Logger.getLogger("org.eclipse.paho"); // held, or its level is forgotten

  private LibraryLogs() {}

  /** Silences them; to be called before the first library that logs is started. */
  public static void silence() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }
  }

  /**
   * Silences the MQTT library alone, which prints a stack trace whenever a broker goes away. Who
   * gives a {@code java.util.logging.config.file} wants to read it.
   */
  public static void silenceMqtt() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      MQTT.setLevel(java.util.logging.Level.OFF);
    }
  }
}
