package io.olivo.deploy.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Has the board restarted when nobody feeds it: the last resort, for when not even the supervisor
 * runs any more. Opening the device starts its clock; a byte winds it up again; a {@code V} before
 * closing stops it, unless the kernel was built never to. Source: Linux kernel documentation, "The
 * Linux Watchdog driver API".
 */
public final class HardwareWatchdog implements AutoCloseable {
  /** Boards give between 10 and 15 s. */
  static final long FEED_NANOS = 1_000_000_000;

  private final FileChannel device;
  private final ByteBuffer food = ByteBuffer.allocateDirect(1);
  private long fedNanos = Long.MIN_VALUE;

  private HardwareWatchdog(FileChannel device) {
    this.device = device;
  }

  /**
   * Starts it.
   *
   * @param path of the device, such as {@code /dev/watchdog}
   * @throws IllegalArgumentException when there is none, or it may not be opened, with the remedy
   */
  public static HardwareWatchdog open(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          "failsafes.watchdog: there is no %s; load its driver, such as bcm2835_wdt on a Raspberry Pi"
              .formatted(path));
    }
    try {
      return new HardwareWatchdog(FileChannel.open(path, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "failsafes.watchdog: cannot open %s (%s); only one program may have it: with systemd leave out RuntimeWatchdogSec, and give the service DeviceAllow=%s rw"
              .formatted(path, e.getMessage(), path),
          e);
    }
  }

  /** The loop lives; may be called as often as one likes. */
  public synchronized void alive(long nowNanos) {
    if (device.isOpen() && (fedNanos == Long.MIN_VALUE || nowNanos - fedNanos >= FEED_NANOS)) {
      fedNanos = nowNanos;
      write((byte) 0);
    }
  }

  private void write(byte what) {
    try {
      food.clear().put(0, what);
      device.write(food);
    } catch (IOException e) {
      throw new UncheckedIOException("the watchdog cannot be fed", e);
    }
  }

  /** All is well, and nobody will feed it any more. */
  @Override
  public synchronized void close() {
    write((byte) 'V');
    try {
      device.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the watchdog cannot be closed", e);
    }
  }
}
