package io.olivo.deploy.session;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.olivo.deploy.installation.DesktopOnly;
import org.slf4j.LoggerFactory;

/**
 * Found by Logback before any logback.xml. Two libraries bring one in their jars, one of which
 * writes everything to the standard output. Logback itself comes with the embedded broker.
 */
@DesktopOnly
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class SilentLogs extends ContextAwareBase implements Configurator {
  /** Undoes what Logback was told; to be called before the first library that logs is started. */
  public static void impose() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
