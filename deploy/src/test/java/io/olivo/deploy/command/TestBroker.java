package io.olivo.deploy.command;

import io.olivo.deploy.broker.EmbeddedBroker;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real broker: mosquitto where there is one, else the embedded one. */
final class TestBroker implements AutoCloseable {
  private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

  private final URI uri;
  private final Closeable running;

  private TestBroker(URI uri, Closeable running) {
    this.uri = uri;
    this.running = running;
  }

  static TestBroker start() throws Exception {
    if (Files.isExecutable(MOSQUITTO)) {
      return mosquitto();
    }
    EmbeddedBroker embedded = EmbeddedBroker.start(0);
    return new TestBroker(embedded.uri(), embedded::close);
  }

  private static TestBroker mosquitto() throws Exception {
    int port = freePort();
    Path settings = Files.createTempFile("olivo-mosquitto", ".conf");
    Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
    Process process =
        new ProcessBuilder(MOSQUITTO.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers(port)) {
      Thread.sleep(10);
    }
    return new TestBroker(
        URI.create("tcp://127.0.0.1:" + port),
        () -> {
          process.destroyForcibly().onExit().join();
          Files.delete(settings);
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
