package io.olivo.controller.loop;

import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Fault.Response;
import io.olivo.controller.failsafe.Trouble;
import java.util.concurrent.locks.LockSupport;

/**
 * A second thread that sees whether the loop's beats go on. No command is held longer than the
 * deadman's time: then the supervisor seizes the actuators and sends the safe values itself, again
 * and again. A loop that is back soon goes on from there; one that is silent for longer is dead,
 * and has to be armed again. For loops that follow the wall clock.
 */
public final class Supervisor implements AutoCloseable {
  /** Is told what the supervisor sees, on its thread. */
  public interface Listener {
    /** The loop is dead, and the safe values were sent. Once, until it lives again. */
    void dead(Fault why);

    /** The loop beats; called many times a second, to feed a watchdog further out. */
    default void alive() {}
  }

  private static final int LOOKS_PER_DEADMAN = 10;

  private final Lifeline loop;
  private final Listener listener;
  private final RobotClock clock;
  private final long deadmanNanos;
  private final long deadNanos;
  private final Thread thread;
  private volatile boolean closing;
  private long beats;
  private long heardNanos;
  private boolean dead;

  /** Starts at once, by the wall clock. */
  public Supervisor(ControlLoop loop, FailsafeConfig config, Listener listener) {
    this(loop, config, listener, RobotClock.WALL, () -> {});
  }

  /**
   * Starts at once.
   *
   * @param clock that the loop goes by
   * @param first done on its thread before it watches; asks for the priority that it needs
   */
  public Supervisor(
      ControlLoop loop,
      FailsafeConfig config,
      Listener listener,
      RobotClock clock,
      Runnable first) {
    this.loop = loop.lifeline();
    this.listener = listener;
    this.clock = clock;
    deadmanNanos = Math.round(config.deadmanSeconds() * 1e9);
    deadNanos = Math.round(config.deadLoopSeconds() * 1e9);
    thread = Thread.ofPlatform().name("olivo-supervisor").daemon().unstarted(() -> watch(first));
    thread.start();
  }

  private void watch(Runnable first) {
    first.run();
    heardNanos = clock.getAsLong();
    while (!closing) {
      look(clock.getAsLong());
      clock.park(deadmanNanos / LOOKS_PER_DEADMAN);
    }
  }

  private void look(long nowNanos) {
    long newest = loop.pulse().beats();
    if (newest != beats) {
      beats = newest;
      heardNanos = nowNanos;
      dead = false;
      listener.alive();
    } else if (beats > 0 && nowNanos - heardNanos > deadmanNanos) {
      answer(nowNanos);
    }
  }

  private void answer(long nowNanos) {
    loop.actuators().seize(nowNanos);
    if (!dead && nowNanos - heardNanos > deadNanos) {
      dead = true;
      Fault fault = fault((nowNanos - heardNanos) * 1e-9);
      loop.machine().stop(fault);
      listener.dead(fault);
    }
  }

  private Fault fault(double seconds) {
    return new Fault(Trouble.DEAD_LOOP, Response.STOP, "loop", seconds, deadNanos * 1e-9, "s");
  }

  /** Lets the loop end in peace. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
