package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdTest {
  @TempDir private Path folder;

  @Test
  void managerHearsThatTheServiceIsReadyLivesAndStops() throws Throwable {
    String path = folder.resolve("notify").toString();
    try (NotifySocket systemd = new NotifySocket(path)) {
      Systemd manager = Systemd.of(Map.of("NOTIFY_SOCKET", path, "WATCHDOG_USEC", "1000000"));
      manager.ready();
      manager.status("running\nwell");
      manager.alive(0);
      manager.alive(499_000_000);
      manager.alive(500_000_000);
      manager.stopping();
      assertEquals(
          List.of("READY=1", "STATUS=running well", "WATCHDOG=1", "WATCHDOG=1", "STOPPING=1"),
          systemd.heard());
    }
  }

  @Test
  void withoutAWatchdogNoneIsFed() throws Throwable {
    String path = folder.resolve("notify").toString();
    try (NotifySocket systemd = new NotifySocket(path)) {
      Systemd.of(Map.of("NOTIFY_SOCKET", path)).alive(0);
      assertTrue(systemd.heard().isEmpty());
    }
  }

  @Test
  void withoutAManagerOrWithOneThatIsGoneNothingHappens() {
    Systemd.of(Map.of()).ready();
    Systemd.of(Map.of("NOTIFY_SOCKET", "nonsense")).ready();
    Systemd.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString())).ready();
    Systemd.of(Map.of("NOTIFY_SOCKET", "@olivo-nobody-listens")).ready();
  }
}
