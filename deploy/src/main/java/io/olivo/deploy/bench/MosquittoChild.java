package io.olivo.deploy.bench;

import io.olivo.deploy.installation.OnPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mosquitto on localhost as a child process, with its persistence, to be killed and restarted.
 */
public final class MosquittoChild implements AutoCloseable {
  private static final String NAME = "mosquitto";
  private static final int CONNECT_MILLIS = 100;
  private static final long LOOK_MILLIS = 5;
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private final Path binary;
  private final Path settings;
  private final int port;
  private @Nullable Process process;

  /**
   * Writes its settings; starts nothing yet.
   *
   * @param folder where it keeps what it persists
   * @throws IOException when mosquitto is not installed, saying how to get it
   */
  public MosquittoChild(Path folder) throws IOException {
    binary = find();
    port = freePort();
    settings = folder.resolve("mosquitto.conf");
    Files.writeString(
        settings,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        autosave_interval 1
        log_type none
        user %s
        """
            .formatted(port, folder.toAbsolutePath(), System.getProperty("user.name")));
  }

  private static Path find() throws IOException {
    return OnPath.find(NAME)
        .orElseThrow(
            () ->
                new IOException(
                    "mosquitto is not installed (Debian, Ubuntu: apt install mosquitto;"
                        + " macOS: brew install mosquitto)"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** What a link connects to. */
  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  /** Starts it, and waits until it listens. */
  public void start() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(List.of(binary.toString(), "-c", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process = started;
    long until = System.nanoTime() + START_LIMIT.toNanos();
    while (!listens()) {
      if (!started.isAlive() || System.nanoTime() - until > 0) {
        throw new IOException("mosquitto does not start on port " + port);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean listens() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Kills it with SIGKILL, and waits until it is gone. */
  public void kill() throws InterruptedException {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }
}
