package io.olivo.sim.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.SampleFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Both ends over a bus that loses, doubles and delays, against the same loop without any bus. */
class MirrorHostTest {
  private static final Topics TOPICS = new Topics("arm");
  private static final double RATE_HERTZ = 500;
  private static final double SAFE = 0;
  private static final double KP = 3;

  /** A controller with a memory: a tick too many or too few changes all that follow. */
  private static final class Law {
    private final SampleFrame frame = new SampleFrame(Pendulum.SENSORS);
    private double memory;

    double command(io.olivo.sensors.SensorIo sensors, long nowNanos) {
      sensors.read(frame, nowNanos);
      memory += 0.001 * frame.value(0);
      return memory - KP * frame.value(0) - 0.5 * frame.value(1);
    }
  }

  private static List<Double> withoutMirror(int ticks) {
    Pendulum plant = new Pendulum(true);
    Law law = new Law();
    double[] applied = new double[1];
    for (int i = 0; i < ticks; i++) {
      plant.motor.write(new double[] {law.command(plant, i)}, applied, i);
    }
    return plant.commands;
  }

  private static MirrorCounters control(MirrorEndpoint mirror, Pendulum plant, int ticks)
      throws InterruptedException {
    Law law = new Law();
    double[] applied = new double[1];
    while (plant.commands.size() < ticks) {
      Beat beat = mirror.pacer().await();
      long now = mirror.pacer().nowNanos();
      if (beat == Beat.TICK) {
        mirror.actuators().write(new double[] {law.command(mirror.sensors(), now)}, applied, now);
      } else if (beat == Beat.LOST) {
        mirror.actuators().write(new double[] {SAFE}, applied, now);
      }
    }
    return mirror.counters();
  }

  private record Outcome(List<Double> commands, MirrorCounters mirror, HostCounters host) {}

  private static Outcome overTheBus(double faults, long seed, int ticks) throws Exception {
    Pendulum plant = new Pendulum(true);
    try (FaultyBus bus = new FaultyBus(faults, seed)) {
      MirrorHost host =
          new MirrorHost(bus.link(), TOPICS, plant, plant.motor, plant, RATE_HERTZ, "s1");
      Thread playing = Thread.ofPlatform().start(() -> play(host));
      MirrorEndpoint mirror =
          MirrorEndpoint.open(
              bus.link(),
              TOPICS,
              Pendulum.SENSORS,
              Pendulum.ACTUATORS,
              RATE_HERTZ,
              Duration.ofSeconds(10));
      MirrorCounters counters = control(mirror, plant, ticks);
      host.close();
      playing.join();
      return new Outcome(
          new ArrayList<>(plant.commands).subList(0, ticks), counters, host.counters());
    }
  }

  private static void play(MirrorHost host) {
    try {
      host.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void withoutFaultsTheMirrorChangesNothing() throws Exception {
    Outcome outcome = overTheBus(0, 1, 2_000);
    assertEquals(withoutMirror(2_000), outcome.commands);
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void everyCommandIsAppliedOnceAndInOrderWhateverTheBusDoes(
      @ForAll @DoubleRange(min = 0.01, max = 0.15) double faults, @ForAll long seed)
      throws Exception {
    Outcome outcome = overTheBus(faults, seed, 60);
    assertEquals(withoutMirror(60), outcome.commands);
  }

  @Test
  void faultsAreCounted() throws Exception {
    Outcome outcome = overTheBus(0.1, 7, 200);
    assertTrue(outcome.host.resent() > 0, outcome.toString());
    assertTrue(outcome.mirror.duplicates() > 0, outcome.toString());
  }

  @Test
  void patienceIsShortAtFirstAndHalfASecondWhenNobodyIsThere() {
    Patience patience = new Patience();
    assertEquals(Duration.ofMillis(40).toNanos(), patience.next());
    for (int i = 0; i < 10; i++) {
      patience.next();
    }
    assertEquals(Duration.ofMillis(500).toNanos(), patience.next());
    patience.renew();
    assertEquals(Duration.ofMillis(40).toNanos(), patience.next());
  }
}
