package io.olivo.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs that do not depend on one another, a few at a time.
 *
 * @param atATime how many, at least one
 */
record Jobs(int atATime) {
  /**
   * Runs all of them.
   *
   * @return their results, in their order
   */
  <T> List<T> run(List<Callable<T>> runs) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atATime, Thread.ofPlatform().factory());
    try {
      List<Future<T>> pending = new ArrayList<>();
      for (Callable<T> one : runs) {
        pending.add(threads.submit(one));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : pending) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
