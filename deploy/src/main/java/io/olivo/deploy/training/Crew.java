package io.olivo.deploy.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does some work, a few pieces at a time. */
final class Crew {
  private Crew() {}

  /**
   * Does all of it; when one piece fails, the others are interrupted.
   *
   * @param jobs at a time
   * @return what came of each, in their order
   */
  static <T> List<T> work(int jobs, List<Callable<T>> pieces) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<Future<T>> pending = new ArrayList<>();
      pieces.forEach(piece -> pending.add(threads.submit(piece)));
      List<T> done = new ArrayList<>();
      for (Future<T> one : pending) {
        done.add(one.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
