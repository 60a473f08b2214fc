package io.olivo.sensors.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.PwmNanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder in place of /sys/class/pwm/pwmchip0, with the kernel's rules for what may be written.
 */
class SysfsPwmTest {
  @TempDir private Path chip;
  private Path folder;
  private int writes;
  private int waits;

  @BeforeEach
  void exported() throws IOException {
    folder = chip.resolve("pwm2");
    Files.createFile(chip.resolve("export"));
    Files.createFile(chip.resolve("unexport"));
    export();
  }

  private void export() throws IOException {
    Files.createDirectories(folder);
    for (String file : new String[] {"period", "duty_cycle", "enable"}) {
      Files.writeString(folder.resolve(file), "0\n");
    }
  }

  /** Refuses as the kernel does. */
  private final class Ruled extends NumberFile {
    private final String name;

    Ruled(Path path) throws IOException {
      super(path);
      name = path.getFileName().toString();
    }

    @Override
    void write(long number) throws IOException {
      long period = name.equals("period") ? number : number("period");
      long high = name.equals("duty_cycle") ? number : number("duty_cycle");
      if (period == 0 || high > period) {
        throw new IOException("Invalid argument");
      }
      writes++;
      super.write(number);
    }
  }

  private long number(String file) throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve(file)).getFirst());
  }

  private PwmNanos open() throws BusException {
    return new SysfsPwm(chip, 2, Ruled::new, this::arrive);
  }

  private void arrive() {
    waits++;
    if (waits == 3) {
      try {
        assertEquals("2", Files.readString(chip.resolve("export")));
        export();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void assertSet(long period, long high) throws IOException {
    assertEquals(period, number("period"));
    assertEquals(high, number("duty_cycle"));
    assertEquals(1, number("enable"));
  }

  @Test
  void theFirstPulseStartsIt() throws IOException {
    PwmNanos pwm = open();
    assertEquals(0, number("enable"));
    pwm.set(20_000_000, 1_500_000);
    assertSet(20_000_000, 1_500_000);
  }

  @Test
  void aShorterNumberLeavesNothingOfTheLongerOne() throws IOException {
    PwmNanos pwm = open();
    pwm.set(20_000_000, 1_500_000);
    pwm.set(20_000_000, 7);
    assertSet(20_000_000, 7);
    pwm.set(20_000_000, 0);
    assertSet(20_000_000, 0);
  }

  @Test
  void onlyWhatChangedIsWritten() throws IOException {
    PwmNanos pwm = open();
    pwm.set(20_000_000, 1_500_000);
    writes = 0;
    pwm.set(20_000_000, 1_500_000);
    assertEquals(0, writes);
    pwm.set(20_000_000, 1_600_000);
    assertEquals(1, writes);
  }

  @Test
  void noPulseExceedsItsPeriodOnTheWay() throws IOException {
    PwmNanos pwm = open();
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      long period = chance.nextLong(1, 1_000_000);
      long high = chance.nextLong(0, period + 1);
      pwm.set(period, high);
      assertSet(period, high);
    }
  }

  @Test
  void whatSomebodyLeftRunningIsStoppedAndTakenOver() throws IOException {
    Files.writeString(folder.resolve("period"), "20000000\n");
    Files.writeString(folder.resolve("duty_cycle"), "15000000\n");
    Files.writeString(folder.resolve("enable"), "1\n");
    PwmNanos pwm = open();
    assertEquals(0, number("enable"));
    pwm.set(10_000_000, 5_000_000);
    assertSet(10_000_000, 5_000_000);
  }

  @Test
  void anOutputThatIsNotThereYetIsExportedAndWaitedFor() throws IOException {
    for (String file : new String[] {"period", "duty_cycle", "enable"}) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
    open().set(1000, 500);
    assertEquals(3, waits);
    assertSet(1000, 500);
  }

  @Test
  void atTheEndItIsStoppedAndGivenBack() throws IOException {
    PwmNanos pwm = open();
    pwm.set(20_000_000, 1_500_000);
    pwm.close();
    assertEquals(0, number("enable"));
    assertEquals("2", Files.readString(chip.resolve("unexport")));
  }

  @Test
  void whatTheKernelRefusesIsAFailureThatSaysWhatToDo() throws BusException {
    PwmNanos pwm = open();
    BusException e = assertThrows(BusException.class, () -> pwm.set(10, 11));
    assertTrue(e.getMessage().contains("Invalid argument"), e.getMessage());
    BusException none =
        assertThrows(BusException.class, () -> new SysfsPwm(chip.resolve("none"), 0));
    assertTrue(none.getMessage().contains("is it enabled"), none.getMessage());
  }

  @Test
  void aPulseAllocatesNothing() throws BusException {
    try (PwmNanos pwm = new SysfsPwm(chip, 2)) {
      long[] high = {0};
      long bytes =
          Allocation.leastBytes(
              5000,
              () -> {
                try {
                  high[0] = (high[0] + 1) % 1000;
                  pwm.set(1000, high[0]);
                } catch (BusException e) {
                  throw new AssertionError(e);
                }
              });
      assertEquals(0, bytes);
    }
  }
}
