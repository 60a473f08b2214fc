package io.olivo.deploy.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.session.SilentLogs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HiveMQ CE in our own process. It takes seconds to start and to stop: {@link #begin} starts it
 * behind the caller's back, {@link #awaitReady} waits, and {@link #close} waits for nothing.
 */
@DesktopOnly
public final class EmbeddedBroker implements AutoCloseable {
  /** Where an MQTT broker is expected. */
  public static final int USUAL_PORT = 1883;

  /** Where browsers look for one of ours, by websocket. */
  public static final int USUAL_WEB_PORT = 8083;

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final BrokerPort port;
  private final BrokerPort webPort;
  private final BrokerFolders folders;
  private final CompletableFuture<EmbeddedHiveMQ> running = new CompletableFuture<>();
  private final Thread cleaner;

  private EmbeddedBroker(BrokerPort port, BrokerPort webPort, BrokerFolders folders) {
    this.port = port;
    this.webPort = webPort;
    this.folders = folders;
    cleaner = Thread.ofPlatform().name("olivo-broker-cleaner").unstarted(this::cleanUp);
  }

  /**
   * Starts one that keeps nothing, and waits until it works.
   *
   * @param preferredPort another one is taken when this is not free; see {@link #port}
   */
  public static EmbeddedBroker start(int preferredPort)
      throws BrokerStartException, InterruptedException {
    EmbeddedBroker broker = begin(preferredPort);
    broker.awaitReady(START_LIMIT);
    return broker;
  }

  /** Starts one that keeps nothing, in the background. */
  public static EmbeddedBroker begin(int preferredPort) throws BrokerStartException {
    try {
      return begin(preferredPort, BrokerFolders.temporary());
    } catch (IOException e) {
      throw new BrokerStartException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Starts one in the background whose retained messages outlive it.
   *
   * @param stateFolder made if it isn't there
   */
  public static EmbeddedBroker begin(int preferredPort, Path stateFolder)
      throws BrokerStartException {
    try {
      return begin(preferredPort, BrokerFolders.in(stateFolder));
    } catch (IOException e) {
      throw new BrokerStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static EmbeddedBroker begin(int preferredPort, BrokerFolders folders) throws IOException {
    BrokerPort port = BrokerPort.claim(preferredPort);
    EmbeddedBroker broker = new EmbeddedBroker(port, BrokerPort.claim(USUAL_WEB_PORT), folders);
    folders.prepare(broker.port(), broker.webPort.number());
    Runtime.getRuntime().addShutdownHook(broker.cleaner);
    Thread.ofPlatform().daemon().name("olivo-broker-start").start(broker::launch);
    return broker;
  }

  private void launch() {
    try {
      SilentLogs.impose(); // HiveMQ logs some twenty lines at every start
      EmbeddedHiveMQ broker =
          EmbeddedHiveMQ.builder()
              .withConfigurationFolder(folders.config())
              .withDataFolder(folders.data())
              .withExtensionsFolder(folders.extensions())
              .withoutLoggingBootstrap()
              .build();
      broker.start().join();
      meetFirstClient();
      running.complete(broker);
    } catch (NoBrokerException | RuntimeException | LinkageError e) {
      running.completeExceptionally(e); // or a wrong class path would cost a long wait
    }
  }

  /**
   * It loads what it needs for clients when the first one comes, on a busy computer for longer than
   * links are patient: so that is one of ours, which waits.
   */
  private void meetFirstClient() throws NoBrokerException {
    PahoLink.connect(LinkConfig.plain(uri(), "olivo-first"), START_LIMIT).close();
  }

  /** Waits until clients can connect. */
  public void awaitReady(Duration limit) throws BrokerStartException, InterruptedException {
    try {
      running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      close();
      throw new BrokerStartException(String.valueOf(e.getMessage()), e);
    } catch (TimeoutException e) {
      close();
      throw new BrokerStartException("nothing after " + limit.toSeconds() + " s", e);
    }
  }

  /** The port it got: the preferred one or, when that was taken, another. */
  public int port() {
    return port.number();
  }

  /** What a link connects to. */
  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + port());
  }

  /** What a browser on this computer connects to. */
  public URI webUri() {
    return URI.create("ws://127.0.0.1:" + webPort.number() + "/mqtt");
  }

  /**
   * Stops it in the background. A process that ends by {@code System.exit} needn't wait for that;
   * one that just runs out of threads lives until it is done.
   */
  @Override
  public void close() {
    Thread.ofPlatform().daemon().name("olivo-broker-stop").start(this::stop);
  }

  private void stop() {
    try {
      running.join().close(); // stop() alone leaves a thread that keeps the process alive
    } catch (RuntimeException | ExecutionException | InterruptedException e) {
      // it never ran, or it ends with the process
    }
    cleanUp();
  }

  private void cleanUp() {
    folders.discard();
    try {
      port.close();
      webPort.close();
    } catch (IOException e) {
      // an empty file is left behind, which locks nothing
    }
  }
}
