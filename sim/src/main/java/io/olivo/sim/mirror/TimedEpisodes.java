package io.olivo.sim.mirror;

import io.olivo.controller.wire.Ending;
import io.olivo.controller.wire.Sense;

/**
 * Episodes of so many ticks; a controller may ask for the next one before. The plant is put back in
 * between, as {@link io.olivo.sim.io.EpisodePacer} does it within one process: a controller learns
 * the same here and there.
 */
public final class TimedEpisodes implements Episodes {
  private final long ticks;
  private final Runnable putBack;
  private long tick; // of the episode
  private long episode;
  private boolean begins; // with the next tick

  /**
   * @param ticks length of an episode
   * @param putBack puts the plant back
   */
  public TimedEpisodes(long ticks, Runnable putBack) {
    if (ticks < 1) {
      throw new IllegalArgumentException("an episode has at least one tick, got " + ticks);
    }
    this.ticks = ticks;
    this.putBack = putBack;
  }

  @Override
  public void mark(Sense sense) {
    sense.episode = episode;
    sense.reset |= begins;
    begins = false;
    tick++;
    sense.ending = tick == ticks ? Ending.TIME_LIMIT : Ending.NONE;
    if (tick == ticks) {
      another();
    }
  }

  @Override
  public void another() {
    if (!begins) {
      begins = true;
      episode++;
      tick = 0;
      putBack.run();
    }
  }
}
