package io.olivo.deploy.cli;

import io.olivo.deploy.broker.BrokerStartException;
import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.RobotSpec;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which broker a verb talks to. */
final class Brokers implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(40);

  private final @Nullable EmbeddedBroker embedded;
  private final URI uri;

  private Brokers(@Nullable EmbeddedBroker embedded, URI uri) {
    this.embedded = embedded;
    this.uri = uri;
  }

  /** The one given, else that of the robot file, else the usual place. */
  static URI known(@Nullable URI given, RobotSpec robot) {
    if (given != null) {
      return given;
    }
    return robot.link().broker().orElse(URI.create("tcp://localhost:" + EmbeddedBroker.USUAL_PORT));
  }

  /** The one given, else an own one that is started now; {@link #await} says when it is there. */
  static Brokers begin(@Nullable URI given, OutputOptions output) throws BrokerStartException {
    if (given != null) {
      return new Brokers(null, given);
    }
    Installation.requireBroker();
    EmbeddedBroker broker = EmbeddedBroker.begin(EmbeddedBroker.USUAL_PORT);
    if (broker.port() != EmbeddedBroker.USUAL_PORT) {
      output.note(
          "port %d is taken, so the embedded broker listens on %s"
              .formatted(EmbeddedBroker.USUAL_PORT, broker.uri()));
    }
    return new Brokers(broker, broker.uri());
  }

  URI await() throws BrokerStartException, InterruptedException {
    if (embedded != null) {
      embedded.awaitReady(START_LIMIT);
    }
    return uri;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
