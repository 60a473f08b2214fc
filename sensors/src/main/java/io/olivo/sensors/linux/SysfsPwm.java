package io.olivo.sensors.linux;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.PwmNanos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A PWM output of Linux, by plain files. Source: Documentation/driver-api/pwm.rst, section "Using
 * PWMs with the sysfs interface". Only what changed is written.
 *
 * <p>The kernel refuses a pulse that exceeds its period, so a period that grows is written first,
 * and one that shrinks last; and it starts no output without a period, so the first pulse starts
 * it. What somebody left running is stopped.
 */
public final class SysfsPwm implements PwmNanos {
  private static final int MOST_LOOKS = 100;
  private static final long LOOK_MILLIS = 10;
  private static final long UNKNOWN = -1;

  private final Path chip;
  private final int output;
  private final NumberFile period;
  private final NumberFile high;
  private final NumberFile enable;
  private long setPeriod; // ns
  private long setHigh; // ns
  private boolean running;

  /**
   * Takes an output. It runs from the first pulse on.
   *
   * @param chip such as /sys/class/pwm/pwmchip0
   * @param output number of it
   * @throws BusException when it is not there or may not be used
   */
  public SysfsPwm(Path chip, int output) throws BusException {
    this(chip, output, NumberFile::new, () -> Thread.sleep(LOOK_MILLIS));
  }

  /** Opens a file. */
  interface Opener {
    NumberFile open(Path path) throws IOException;
  }

  /** Waits for what the export brings: udev gives the group its rights a little later. */
  interface Wait {
    void once() throws InterruptedException;
  }

  SysfsPwm(Path chip, int output, Opener opener, Wait wait) throws BusException {
    this.chip = chip;
    this.output = output;
    Path folder = chip.resolve("pwm" + output);
    try {
      export(folder, wait);
      period = opener.open(folder.resolve("period"));
      high = opener.open(folder.resolve("duty_cycle"));
      enable = opener.open(folder.resolve("enable"));
      stop();
      setPeriod = period.read();
      setHigh = high.read();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void export(Path folder, Wait wait) throws IOException {
    if (!Files.isDirectory(folder)) {
      tell("export");
    }
    try {
      for (int i = 0; i < MOST_LOOKS && !Files.isWritable(folder.resolve("enable")); i++) {
        wait.once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String file) throws IOException {
    byte[] number = Integer.toString(output).getBytes(StandardCharsets.US_ASCII);
    Files.write(chip.resolve(file), number, StandardOpenOption.WRITE);
  }

  private void stop() throws IOException {
    if (enable.read() != 0) {
      enable.write(0);
    }
  }

  @Override
  public void set(long periodNanos, long highNanos) throws BusException {
    try {
      if (periodNanos < setPeriod) {
        setHigh(highNanos);
        setPeriod(periodNanos);
      } else {
        setPeriod(periodNanos);
        setHigh(highNanos);
      }
      start();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void setPeriod(long nanos) throws IOException {
    if (nanos != setPeriod) {
      setPeriod = UNKNOWN;
      period.write(nanos);
      setPeriod = nanos;
    }
  }

  private void setHigh(long nanos) throws IOException {
    if (nanos != setHigh) {
      setHigh = UNKNOWN;
      high.write(nanos);
      setHigh = nanos;
    }
  }

  private void start() throws IOException {
    if (!running) {
      enable.write(1);
      running = true;
    }
  }

  private BusException failed(IOException e) {
    return new BusException(
        "output %d of %s: %s; is it enabled, and the user in the group gpio?"
            .formatted(output, chip, e.getMessage()),
        e);
  }

  /** Stops it and gives it back. */
  @Override
  public void close() {
    try (period;
        high;
        enable) {
      stop();
      tell("unexport");
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
