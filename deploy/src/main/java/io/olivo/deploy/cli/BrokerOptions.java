package io.olivo.deploy.cli;

import io.olivo.controller.link.Tls;
import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.robot.LinkSpec;
import io.olivo.deploy.session.BrokerAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a verb without a robot file gets to a broker. A password is never typed here. */
final class BrokerOptions {
  @Option(
      names = "--broker",
      paramLabel = "URI",
      description = "The MQTT broker (default: tcp://localhost:1883).")
  private URI broker = URI.create("tcp://localhost:" + EmbeddedBroker.USUAL_PORT);

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Name at the broker; or in OLIVO_MQTT_USER.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Yours alone (chmod 600); or the password itself in OLIVO_MQTT_PASSWORD.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "PEM, for ssl:// and wss://: who vouches for the broker.")
  private @Nullable Path ca;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "PEM: your own, if the broker asks for one.")
  private @Nullable Path certificate;

  @Option(names = "--cert-key", paramLabel = "FILE", description = "PEM, PKCS#8: its key.")
  private @Nullable Path key;

  /**
   * Address, login and TLS.
   *
   * @throws IllegalArgumentException when the password can't be had, saying what to do
   */
  BrokerAccess access() {
    LinkSpec link =
        new LinkSpec(
            Optional.of(broker),
            1,
            Optional.ofNullable(user),
            Optional.ofNullable(passwordFile),
            new Tls(ca, certificate, key),
            List.of());
    return BrokerAccess.of(link, broker);
  }
}
