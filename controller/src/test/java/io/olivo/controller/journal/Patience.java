package io.olivo.controller.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do; far longer than it can take. */
public final class Patience {
  private static final long LIMIT_NANOS = Duration.ofSeconds(30).toNanos();

  private Patience() {}

  /** Fails when it never becomes true. */
  public static void until(BooleanSupplier truth) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!truth.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, "it never happened");
      Thread.sleep(5);
    }
  }
}
