package io.olivo.deploy.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.cli.Olivo;
import io.olivo.deploy.session.NotifySocket;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells the manager of services, from its own process. */
class ServiceRunTest {
  private static final Path ARM = Path.of("src/main/robots/arm2-board.yaml").toAbsolutePath();

  @TempDir private Path folder;
  private NotifySocket systemd;
  private Process process;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void start() throws Throwable {
    String socket = folder.resolve("notify").toString();
    systemd = new NotifySocket(socket);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Olivo.class.getName(),
            "run",
            ARM.toString(),
            "--pace",
            "wall",
            "--disarmed",
            "--orders",
            "--load",
            "newest-or-none",
            "--folder",
            folder.resolve("state").toString());
    builder.environment().put("NOTIFY_SOCKET", socket);
    builder.environment().put("WATCHDOG_USEC", "400000");
    process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
    systemd.close();
  }

  private void await(String message) throws Throwable {
    for (int i = 0; i < 6000 && !heard.contains(message) && process.isAlive(); i++) {
      Thread.sleep(10);
      heard.addAll(systemd.heard());
    }
    assertTrue(heard.contains(message), message + " in " + heard);
  }

  @Test
  void disarmedRunIsReadyAndFedAndTellsItsStateAndItsEnd() throws Throwable {
    await("READY=1");
    assertEquals(List.of("STATUS=disarmed", "READY=1"), heard.subList(0, 2));
    heard.clear();
    await("WATCHDOG=1");
    OutputStream orders = process.getOutputStream();
    orders.write("arm\n".getBytes(StandardCharsets.UTF_8));
    orders.flush();
    await("STATUS=running");
    process.destroy();
    await("STOPPING=1");
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue(), "as olivo.service expects it");
  }
}
