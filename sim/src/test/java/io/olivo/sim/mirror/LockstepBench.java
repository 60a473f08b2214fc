package io.olivo.sim.mirror;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.SampleFrame;
import java.net.URI;
import java.time.Duration;

/**
 * Counts ticks per second through a broker; start it twice, in two JVMs, with {@code host URI} and
 * {@code controller URI}.
 */
public final class LockstepBench {
  private static final Topics TOPICS = new Topics("bench");
  private static final int ROUNDS = 6;
  private static final long ROUND_NANOS = Duration.ofSeconds(3).toNanos();

  private LockstepBench() {}

  /** Plays one of the two ends. */
  public static void main(String[] args) throws Exception {
    URI broker = URI.create(args[1]);
    try (PahoLink link = PahoLink.connect(LinkConfig.plain(broker, "bench-" + args[0]))) {
      if (args[0].equals("host")) {
        Pendulum plant = new Pendulum(false);
        new MirrorHost(link, TOPICS, plant, plant.motor, plant, 500, "s" + System.nanoTime()).run();
      } else {
        control(link);
      }
    }
  }

  private static void control(PahoLink link) throws Exception {
    MirrorEndpoint mirror =
        MirrorEndpoint.open(
            link, TOPICS, Pendulum.SENSORS, Pendulum.ACTUATORS, 500, Duration.ofSeconds(20));
    SampleFrame frame = new SampleFrame(Pendulum.SENSORS);
    double[] command = new double[1];
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      long before = mirror.counters().ticks();
      while (System.nanoTime() - begin < ROUND_NANOS) {
        if (mirror.pacer().await() == Beat.TICK) {
          mirror.sensors().read(frame, mirror.pacer().nowNanos());
          command[0] = -frame.value(0) - 0.1 * frame.value(1);
          mirror.actuators().write(command, new double[1], mirror.pacer().nowNanos());
        }
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          "%.0f ticks/s %s%n", (mirror.counters().ticks() - before) / seconds, mirror.counters());
    }
  }
}
