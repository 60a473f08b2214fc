package io.olivo.controller.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real broker on a port of its own, which can be killed and started again. */
final class Mosquitto implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/sbin/mosquitto");

  final int port;
  private final Path settings;
  private @Nullable Process process;

  Mosquitto() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(BINARY), "mosquitto is not installed");
    port = freePort();
    settings = Files.createTempFile("olivo-mosquitto", ".conf");
    Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
    start();
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  void start() throws Exception {
    process =
        new ProcessBuilder(BINARY.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers()) {
      Thread.sleep(10);
    }
  }

  private boolean answers() {
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
  public void close() throws IOException {
    kill();
    Files.delete(settings);
  }
}
