package io.olivo.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that the broker refuses appears nowhere, whatever is logged. */
class SecretTest {
  private static final String SECRET = "s3cr3t-w0rd-of-arm2";
  private static final byte[] NOT_AUTHORIZED = {0x20, 3, 0, (byte) 0x87, 0};

  @TempDir Path folder;
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();
  private final PrintStream usualError = System.err;
  private final Logger root = Logger.getLogger("");
  private final Level usualLevel = root.getLevel();
  private final AtomicInteger passwordsSeen = new AtomicInteger();
  private final AtomicInteger logged = new AtomicInteger();
  private ServerSocket broker;

  private final Handler logs =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
          logged.incrementAndGet();
          keep(formatter.format(entry) + Arrays.deepToString(entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private void keep(String text) {
    all.writeBytes(text.getBytes(UTF_8));
  }

  @BeforeEach
  void listen() throws IOException {
    System.setErr(new PrintStream(all, true, UTF_8));
    root.setLevel(Level.ALL);
    root.addHandler(logs);
    logs.setLevel(Level.ALL);
    broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("test-refusing-broker").start(this::refuseAll);
  }

  private void refuseAll() {
    while (!broker.isClosed()) {
      try (Socket client = broker.accept()) {
        byte[] said = new byte[4096];
        int length = client.getInputStream().read(said);
        if (length > 0 && new String(said, 0, length, UTF_8).contains(SECRET)) {
          passwordsSeen.incrementAndGet();
        }
        client.getOutputStream().write(NOT_AUTHORIZED);
      } catch (IOException gone) {
        // the next one
      }
    }
  }

  @AfterEach
  void stop() throws IOException {
    root.removeHandler(logs);
    root.setLevel(usualLevel);
    System.setErr(usualError);
    broker.close();
  }

  private Path robot() throws IOException {
    Path password = Files.writeString(folder.resolve("arm2.password"), SECRET);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    String link =
        "link: { broker: tcp://127.0.0.1:%d, user: arm2, password_file: arm2.password,"
            .formatted(broker.getLocalPort());
    String text =
        Files.readString(Path.of("src/main/robots/arm2.yaml"))
            .replace("link: { broker: tcp://localhost:1883,", link);
    assertTrue(text.contains("password_file"));
    return Files.writeString(folder.resolve("arm2.yaml"), text);
  }

  @Test
  void noVerbThatConnectsTellsItAnywhere() throws IOException {
    String robot = robot().toString();
    String uri = "tcp://127.0.0.1:" + broker.getLocalPort();
    String kept = folder.resolve("kept").toString();
    String file = folder.resolve("arm2.password").toString();
    String[][] verbs = {
      {"doctor", robot, "--json", "--jitter", "0.2s"},
      {"sim", robot},
      {"run", robot, "--broker", uri, "--for", "1s", "--json", "--folder", kept},
      {"run", robot, "--broker", uri, "--pace", "wall", "--for", "1s", "--folder", kept},
      {"snapshot", "fetch", robot, "--folder", kept},
      {"tell", "arm2", "stop", "--broker", uri, "--user", "arm2", "--password-file", file},
    };
    for (String[] verb : verbs) {
      Spoken spoken = new Spoken();
      int before = passwordsSeen.get();
      int code = spoken.olivo(verb);
      keep(spoken.printed() + spoken.said());
      String told = all.toString(UTF_8);
      assertTrue(code != 0, String.join(" ", verb) + " succeeded");
      assertEquals(before + 1, passwordsSeen.get(), String.join(" ", verb) + " had no password");
      assertTrue(told.contains("it refused the login of"), told);
      assertFalse(told.contains(SECRET), "told by " + String.join(" ", verb));
    }
    assertTrue(logged.get() > 100, "the library logged " + logged.get());
  }
}
