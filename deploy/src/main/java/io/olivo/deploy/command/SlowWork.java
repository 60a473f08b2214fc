package io.olivo.deploy.command;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for what a link's thread must not wait for, one after the other. */
final class SlowWork implements AutoCloseable {
  /** Something that takes a while. */
  @FunctionalInterface
  interface Task {
    /** Does it; returns what is awaited from then on. */
    Answers.Pending run() throws RefusedException;
  }

  private static final int MOST_WAITING = 8;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          work -> Thread.ofPlatform().daemon().name("olivo-commands").unstarted(work));

  /**
   * Begins, when what came before is done.
   *
   * @throws java.util.concurrent.RejectedExecutionException when too much waits
   */
  void begin(Task task, Answers.Waiting waiting) {
    thread.execute(() -> run(task, waiting));
  }

  private static void run(Task task, Answers.Waiting waiting) {
    try {
      waiting.becomes(task.run());
    } catch (RefusedException refused) {
      waiting.becomes(refused::outcome);
    } catch (RuntimeException fault) { // of a disk, for instance; whoever waits must hear of it
      waiting.becomes(() -> Outcome.notAllowed(String.valueOf(fault.getMessage())));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
