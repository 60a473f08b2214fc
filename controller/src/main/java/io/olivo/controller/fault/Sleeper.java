package io.olivo.controller.fault;

import java.util.concurrent.locks.LockSupport;

/**
 * Holds up the loop's thread while a bus hangs. Where robot time is the wall's, {@link #WALL}
 * blocks inside the write. Where it is not, as in a simulation as fast as possible, {@link Faults}
 * has one of its own: the write returns at once, and the pacer leaves out the ticks until the end
 * of the hang, so that a gap of robot time passes in which nothing is read and nothing written. In
 * lockstep with a simulator elsewhere robot time stands still while {@link #WALL} blocks: the
 * simulator waits. A test's sleeper may wait for whatever it likes.
 */
@FunctionalInterface
public interface Sleeper {
  /** Blocks for so long by the wall clock, or until interrupted. */
  Sleeper WALL =
      nanos -> {
        long wake = System.nanoTime() + nanos;
        for (long left = nanos;
            left > 0 && !Thread.currentThread().isInterrupted();
            left = wake - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
      };

  /** Returns when the bus works again; {@code nanos} is what is left of the hang. */
  void hold(long nanos);
}
