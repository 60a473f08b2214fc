package io.olivo.deploy.cli;

import io.olivo.deploy.broker.BrokerStartException;
import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.watch.web.WebPage;
import io.olivo.deploy.watch.web.WebSockets;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The page: where it is served, and where its visitors find the broker. */
final class WebOptions {
  private static final Duration START_LIMIT = Duration.ofSeconds(40);
  private static final URI USUAL = URI.create("tcp://localhost:" + EmbeddedBroker.USUAL_PORT);

  @Option(
      names = "--web",
      required = true,
      description = "Serve a page for browsers; without a broker on localhost also start one.")
  @SuppressWarnings("UnusedVariable") // that it was given is what makes these options be there
  private boolean web;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Of the page; 0 for any free one (default: 8080).")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = {
        "Who may reach the page: localhost (default), or an address of this computer,",
        "0.0.0.0 for all. Whoever sees the page may do what the broker lets them."
      })
  private String bind = "localhost";

  @Option(
      names = "--ws",
      paramLabel = "URL",
      description = {
        "Where a browser reaches the broker, such as ws://192.168.1.5:9001/mqtt;",
        "default: looked for beside the broker, at ports 8083 and 9001."
      })
  private @Nullable URI ws;

  int serve(@Nullable URI broker, OutputOptions output, double seconds) throws Exception {
    Optional<URI> known = ws != null ? Optional.of(checked(ws)) : beside(broker);
    if (known.isPresent()) {
      return open(known.get(), output, seconds);
    }
    if (broker != null || listens(USUAL)) {
      System.err.println(WebSockets.advice(broker == null ? USUAL : broker));
      return ExitCode.NO_LINK;
    }
    try (EmbeddedBroker own = own(output)) {
      return open(own.webUri(), output, seconds);
    }
  }

  private static Optional<URI> beside(@Nullable URI broker) {
    return WebSockets.beside(broker == null ? USUAL : broker);
  }

  private static boolean listens(URI broker) {
    try (java.net.Socket socket = new java.net.Socket(broker.getHost(), broker.getPort())) {
      return socket.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  private static URI checked(URI url) {
    boolean whole = url.getHost() != null && url.getRawUserInfo() == null;
    if (!whole || !("ws".equals(url.getScheme()) || "wss".equals(url.getScheme()))) {
      throw new IllegalArgumentException(
          "--ws must look like ws://192.168.1.5:9001/mqtt, got \"" + url + "\"");
    }
    return url;
  }

  private static EmbeddedBroker own(OutputOptions output)
      throws BrokerStartException, InterruptedException {
    Installation.requireBroker();
    EmbeddedBroker broker = EmbeddedBroker.begin(EmbeddedBroker.USUAL_PORT);
    broker.awaitReady(START_LIMIT);
    output.note(
        "no broker on localhost, so one was started: olivo run arm2 --pace wall --broker "
            + broker.uri());
    return broker;
  }

  private int open(URI found, OutputOptions output, double seconds) throws Exception {
    try (WebPage page = WebPage.serve(new InetSocketAddress(bind, port), found)) {
      output.note("http://%s:%d   (broker %s, Ctrl-C ends)".formatted(bind, page.port(), found));
      Thread.sleep(seconds >= Long.MAX_VALUE / 1e3 ? Long.MAX_VALUE : Math.round(seconds * 1e3));
      return ExitCode.OK;
    } catch (BindException taken) {
      throw new IllegalArgumentException(
          "port %d is taken (%s): choose another with --port".formatted(port, taken.getMessage()),
          taken);
    }
  }
}
