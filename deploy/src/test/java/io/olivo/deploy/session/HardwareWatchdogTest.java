package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareWatchdogTest {
  @TempDir Path folder;
  private Path device;

  @BeforeEach
  void device() throws IOException {
    device = Files.createFile(folder.resolve("watchdog"));
  }

  @Test
  void isFedOnceASecondHoweverOftenTheLoopIsSeenAlive() throws IOException {
    HardwareWatchdog watchdog = HardwareWatchdog.open(device);
    for (long millis = 0; millis <= 2500; millis += 10) {
      watchdog.alive(millis * 1_000_000);
    }
    assertArrayEquals(new byte[3], Files.readAllBytes(device), "at 0, 1 and 2 s");
  }

  @Test
  void orderlyEndStopsItsClockAndNothingIsWrittenAfterwards() throws IOException {
    HardwareWatchdog watchdog = HardwareWatchdog.open(device);
    watchdog.alive(0);
    watchdog.close();
    watchdog.alive(5 * HardwareWatchdog.FEED_NANOS);
    assertArrayEquals(new byte[] {0, 'V'}, Files.readAllBytes(device));
  }

  @Test
  void missingDeviceIsNamedWithTheRemedy() {
    Path none = folder.resolve("none");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> HardwareWatchdog.open(none));
    assertTrue(e.getMessage().contains(none.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("driver"), e.getMessage());
  }
}
