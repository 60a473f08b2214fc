package io.olivo.sim.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.wire.Ending;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedEpisodesTest {
  private static final Topics TOPICS = new Topics("arm");
  private static final int TICKS = 5; // of an episode

  private int putBack;
  private final TimedEpisodes episodes = new TimedEpisodes(TICKS, () -> putBack++);

  @Test
  void thePlantIsPutBackAfterItsLastTickAndTheNextOneSaysSo() {
    Sense sense = new Sense(1, 0);
    for (int t = 0; t < 3 * TICKS; t++) {
      sense.reset = false;
      episodes.mark(sense);
      assertEquals(t / TICKS, sense.episode);
      assertEquals(t > 0 && t % TICKS == 0, sense.reset, "tick " + t);
      assertEquals(t % TICKS == TICKS - 1 ? Ending.TIME_LIMIT : Ending.NONE, sense.ending);
      assertEquals((t + 1) / TICKS, putBack);
    }
  }

  @Test
  void whoAsksAtTheEndOfAnEpisodeGetsOneNotTwo() {
    Sense sense = new Sense(1, 0);
    for (int t = 0; t < TICKS; t++) {
      episodes.mark(sense);
    }
    episodes.another();
    assertEquals(1, putBack);
    episodes.mark(sense);
    assertTrue(sense.reset);
    assertEquals(1, sense.episode);
  }

  @Test
  void anEpisodeHasATick() {
    assertThrows(IllegalArgumentException.class, () -> new TimedEpisodes(0, () -> {}));
  }

  /** The ticks, counted over all, after which the controller was told of another episode. */
  private List<Integer> restarts(double faults, int asksAt) throws Exception {
    Pendulum plant = new Pendulum(false);
    List<Integer> restarts = new ArrayList<>();
    try (FaultyBus bus = new FaultyBus(faults, 3)) {
      MirrorHost host =
          new MirrorHost(bus.link(), TOPICS, plant, plant.motor, plant, 500, "s1", episodes);
      Thread playing = Thread.ofPlatform().start(() -> play(host));
      MirrorEndpoint mirror =
          MirrorEndpoint.open(
              bus.link(),
              TOPICS,
              Pendulum.SENSORS,
              Pendulum.ACTUATORS,
              500,
              Duration.ofSeconds(10));
      drive(mirror, asksAt, restarts);
      host.close();
      playing.join();
    }
    return restarts;
  }

  private static void drive(MirrorEndpoint mirror, int asksAt, List<Integer> restarts)
      throws InterruptedException {
    double[] applied = new double[1];
    for (int ticks = 0; ticks < 4 * TICKS; ) {
      Beat beat = mirror.pacer().await();
      if (beat == Beat.RESTARTED) {
        assertTrue(mirror.sensors().isReset());
        restarts.add(ticks);
      } else if (beat == Beat.TICK) {
        ticks++;
        if (ticks == asksAt) {
          mirror.actuators().askForEpisode();
        }
        mirror.actuators().write(new double[] {1}, applied, mirror.pacer().nowNanos());
      }
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
  void theControllerIsToldOfEveryEpisode() throws Exception {
    assertEquals(List.of(0, 5, 10, 15), restarts(0, -1));
  }

  @Test
  void theNextTickBeginsAnEpisodeWhenTheControllerAsks() throws Exception {
    assertEquals(List.of(0, 5, 7, 12, 17), restarts(0, 7));
  }

  @Test
  void noEpisodeIsLostOrDoubledWhateverTheBusDoes() throws Exception {
    assertEquals(List.of(0, 5, 7, 12, 17), restarts(.15, 7));
    assertEquals(4, putBack - (putBack > 4 ? 1 : 0), "the last one may have been put back already");
  }
}
