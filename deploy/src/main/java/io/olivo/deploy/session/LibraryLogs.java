package io.olivo.deploy.session;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries write about themselves: we say ourselves what people need to know. */
public final class LibraryLogs {
  private static final Logger MQTT =
      Logger.getLogger("org.eclipse.paho"); // held, or its level is forgotten

  private LibraryLogs() {}

  /**
   * Silences the MQTT library, which prints a stack trace whenever a broker goes away, and SLF4J,
   * which warns where there is no logger, as on a board. To be called before the first of them is
   * started. Who gives a {@code java.util.logging.config.file} wants to read MQTT's.
   */
  public static void silence() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (System.getProperty("java.util.logging.config.file") == null) {
      MQTT.setLevel(Level.OFF);
    }
  }
}
