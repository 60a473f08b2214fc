package io.olivo.controller.loop;

/**
 * Decides when a tick runs: by the wall clock, by a message from a simulator, or as fast as
 * possible. It alone blocks. Late ticks are skipped and counted, never caught up.
 */
public interface Pacer extends AutoCloseable {
  /** What the loop has to do next. */
  enum Beat {
    /** Run one tick at {@link #nowNanos}. */
    TICK,
    /** The inputs stopped coming: send one step of the safe command. Comes again while it lasts. */
    LOST,
    /**
     * Continuity is broken (another session, another episode): start anew, keep what was learned.
     */
    RESTARTED,
    /** The run is over. */
    END
  }

  /** Waits for the next beat. Allocates nothing. */
  Beat await() throws InterruptedException;

  /** The time of the tick just begun: robot time in simulation, the wall's on a board. */
  long nowNanos();

  /** Time since the tick before [s]. */
  double dtSeconds();

  @Override
  default void close() {}
}
