package io.olivo.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.Pacer.Beat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodePacerTest {
  private int putBack;

  @Test
  void afterEveryEpisodeTheRobotIsPutBackAndTheLoopBeginsAnew() throws InterruptedException {
    assertEquals("TTTRTTTRTE", beats(3, 0, 7));
    assertEquals(2, putBack);
  }

  @Test
  void aRunThatGoesOnGoesOnInItsEpisode() throws InterruptedException {
    assertEquals("TRTTTE", beats(3, 5, 4));
    assertEquals("RTTE", beats(3, 6, 2), "it ended between two episodes");
  }

  @Test
  void aRunThatEndsWithItsEpisodeLeavesPuttingBackToTheOneThatGoesOn() throws InterruptedException {
    assertEquals("TTTE", beats(3, 0, 3));
    assertEquals(0, putBack);
    assertEquals("RTTTRTE", beats(3, 3, 4));
    assertEquals(2, putBack);
  }

  @Test
  void anEpisodeHasATick() {
    assertThrows(IllegalArgumentException.class, () -> beats(0, 0, 1));
  }

  private String beats(long length, long done, long ticks) throws InterruptedException {
    EpisodePacer pacer = new EpisodePacer(new FastPacer(.05, ticks), length, done, () -> putBack++);
    List<String> seen = new ArrayList<>();
    Beat beat;
    do {
      beat = pacer.await();
      seen.add(beat.name().substring(0, 1));
    } while (beat != Beat.END);
    return String.join("", seen);
  }
}
