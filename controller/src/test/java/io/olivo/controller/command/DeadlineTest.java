package io.olivo.controller.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private long nowMillis = 100;
  private final Deadline deadline = new Deadline(() -> Instant.ofEpochMilli(nowMillis), 150);

  @Test
  void isMetOnceAndInTime() {
    assertTrue(deadline.meet());
    assertFalse(deadline.meet());
    assertFalse(deadline.giveUp(), "it was met");
  }

  @Test
  void afterwardsItIsMissedForEver() {
    nowMillis = 151;
    assertFalse(deadline.meet());
    nowMillis = 100; // a clock that is set back does not help
    assertFalse(deadline.meet());
    assertTrue(deadline.giveUp());
  }

  @Test
  void whatWasGivenUpIsNotMet() {
    assertTrue(deadline.giveUp());
    assertTrue(deadline.giveUp());
    assertFalse(deadline.meet());
  }

  @Test
  void whoeverMeetsAndWhoeverGivesUpNeverBothDecide() throws Exception {
    for (int i = 0; i < 2000; i++) {
      Deadline shared = new Deadline(() -> Instant.ofEpochMilli(100), 150);
      AtomicInteger decided = new AtomicInteger();
      CyclicBarrier together = new CyclicBarrier(2);
      Thread meeting =
          Thread.ofPlatform()
              .start(
                  () -> {
                    await(together);
                    decided.addAndGet(shared.meet() ? 1 : 0);
                  });
      await(together);
      decided.addAndGet(shared.giveUp() ? 1 : 0);
      meeting.join();
      assertEquals(1, decided.get());
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
