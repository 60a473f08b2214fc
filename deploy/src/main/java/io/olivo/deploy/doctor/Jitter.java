package io.olivo.deploy.doctor;

import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.realtime.Realtime;
import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.controller.realtime.Shortfall;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * How late this computer wakes a loop that has nothing to do, by the pacer of a run and with what a
 * run would ask of the kernel.
 *
 * @param seconds to measure
 * @param progress hears which share is done, now and then
 */
public record Jitter(double seconds, DoubleConsumer progress) {
  private static final double WARM_UP_SHARE = .1; // what is not yet compiled is late
  private static final double MOST_WARM_UP_SECONDS = .5;
  private static final long LOOK_MILLIS = 100;

  /**
   * What was found.
   *
   * @param lateness of the ticks
   * @param shortfalls what the kernel refused
   */
  record Found(Lateness lateness, List<Shortfall> shortfalls) {}

  /** Refuses no time at all. */
  public Jitter {
    if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "jitter must be measured for a time above 0 s, got %s s; usual are 10 s"
              .formatted(seconds));
    }
  }

  /** Measures; memory is locked meanwhile. */
  Found measure(double rateHertz, RealtimeConfig config) throws InterruptedException {
    Realtime realtime = new Realtime(config, refused -> {});
    double warmUp = Math.min(MOST_WARM_UP_SECONDS, WARM_UP_SHARE * seconds);
    WallClockPacer pacer = new WallClockPacer(1 / rateHertz, seconds, realtime.sleeper());
    realtime.lockMemory();
    try {
      await(
          Thread.ofPlatform()
              .name("olivo-jitter")
              .daemon()
              .start(
                  () -> {
                    realtime.enterLoop();
                    tick(new WallClockPacer(1 / rateHertz, warmUp, realtime.sleeper()));
                    tick(pacer);
                  }));
    } finally {
      realtime.unlockMemory();
    }
    long period = Math.round(1e9 / rateHertz);
    return new Found(Lateness.of(pacer.lateness(), period), realtime.shortfalls());
  }

  private static void tick(Pacer pacer) {
    try {
      while (pacer.await() != Pacer.Beat.END) {
        // nothing to do but to be in time
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Thread measuring) throws InterruptedException {
    long began = System.nanoTime();
    try {
      while (!measuring.join(Duration.ofMillis(LOOK_MILLIS))) {
        progress.accept((System.nanoTime() - began) * 1e-9 / seconds);
      }
    } finally {
      measuring.interrupt();
    }
  }
}
