package io.olivo.actuators.servo;

/**
 * How a line with servos behaves.
 *
 * @param baud bits per second; 10 of them are a byte
 * @param patienceSeconds how long to wait beyond the time that the bytes need, for the servos and
 *     for the adapter [s]
 * @param echoes whether the adapter hears itself, so that all that is sent comes back first
 */
public record ServoTiming(int baud, double patienceSeconds, boolean echoes) {
  private static final int BITS_PER_BYTE = 10;

  /** One megabit; 4 ms are enough for an adapter with a latency of 1 ms. */
  public static final ServoTiming MEGABIT = new ServoTiming(1_000_000, 4e-3, false);

  /** Refuses what cannot be. */
  public ServoTiming {
    if (baud < 1200 || !(patienceSeconds > 0 && patienceSeconds < 1)) {
      throw new IllegalArgumentException(
          "servos need 1200 bit/s at least and a patience of 0 to 1 s, got %d and %s"
              .formatted(baud, patienceSeconds));
    }
  }

  /** How long so many bytes are on their way [s]. */
  public double seconds(long bytes) {
    return (double) bytes * BITS_PER_BYTE / baud;
  }

  long timeoutNanos(int bytes) {
    return Math.round((seconds(bytes) + patienceSeconds) * 1e9);
  }
}
