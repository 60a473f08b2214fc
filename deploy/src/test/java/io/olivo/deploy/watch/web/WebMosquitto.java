package io.olivo.deploy.watch.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A mosquitto with a listener for robots and one for browsers, to be killed and started again. */
final class WebMosquitto implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/sbin/mosquitto");

  private final int port = freePort();
  private final int webPort = freePort();
  private final Path settings;
  private Process process;

  WebMosquitto() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(BINARY), "mosquitto is not installed");
    settings = Files.createTempFile("olivo-web-mosquitto", ".conf");
    Files.writeString(
        settings,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        listener %d 127.0.0.1
        protocol websockets
        allow_anonymous true
        """
            .formatted(port, webPort));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  URI webUri() {
    return URI.create("ws://127.0.0.1:" + webPort + "/mqtt");
  }

  void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(BINARY.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; !(listens(port) && listens(webPort)); i++) {
      if (i > 1000 || !process.isAlive()) {
        throw new IOException("mosquitto does not start");
      }
      Thread.sleep(10);
    }
  }

  private static boolean listens(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
    settings.toFile().delete();
  }
}
