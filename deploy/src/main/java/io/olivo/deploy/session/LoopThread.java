package io.olivo.deploy.session;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.Pacer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a loop on a thread of its own. However the process ends, by Ctrl-C for instance, the loop
 * gets the chance to send its safe command first.
 */
public final class LoopThread implements AutoCloseable {
  private static final long STOP_MILLIS = 1000; // beyond the way to the safe values

  private final ControlLoop loop;
  private final Pacer pacer;
  private final Thread thread;
  private final Thread hook = new Thread(this::stop, "olivo-safe-end");
  private volatile @Nullable Throwable failure;

  /** Starts at once. */
  public LoopThread(ControlLoop loop, Pacer pacer) {
    this(loop, pacer, () -> {});
  }

  /**
   * Starts at once.
   *
   * @param first done on its thread before the first tick; asks for the priority that it needs
   */
  public LoopThread(ControlLoop loop, Pacer pacer, Runnable first) {
    this.loop = loop;
    this.pacer = pacer;
    thread = new Thread(() -> run(first), "olivo-loop");
    Runtime.getRuntime().addShutdownHook(hook);
    thread.start();
  }

  private void run(Runnable first) {
    try {
      first.run();
      loop.run(pacer);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Whether it still runs; waits for the end for a moment. */
  public boolean runs(long waitMillis) throws InterruptedException {
    thread.join(waitMillis);
    return thread.isAlive();
  }

  private void stop() {
    loop.stop();
    pacer.close();
    try {
      thread.join(STOP_MILLIS + Math.round(1000 * loop.secondsToRest()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the loop and waits for its safe command.
   *
   * @throws IllegalStateException when the loop ended by a fault of its own
   */
  @Override
  public void close() {
    stop();
    forgetHook();
    Throwable fault = failure;
    if (fault != null) {
      throw new IllegalStateException("the loop stopped: " + fault, fault);
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, the hook has run or will
    }
  }
}
