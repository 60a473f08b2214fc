package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GarbageThreadTest {
  @Test
  void itMakesNoMoreThanItsRate() throws InterruptedException {
    long began = System.nanoTime();
    try (GarbageThread garbage = new GarbageThread(10, 1)) {
      while (garbage.bytes() < 100_000) {
        Thread.onSpinWait();
      }
      long bytes = garbage.bytes();
      double due = (System.nanoTime() - began) * 1e-9 * 10e6;
      assertTrue(bytes <= due + 1000, bytes + " of " + due);
    }
  }

  @Test
  void withoutALiveSetItStillMakesSome() {
    try (GarbageThread garbage = new GarbageThread(10, 0)) {
      while (garbage.bytes() == 0) {
        Thread.onSpinWait();
      }
      assertEquals(0, garbage.bytes() % 1000, "in pieces of 1 kB");
    }
  }
}
