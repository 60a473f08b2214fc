package io.olivo.sensors.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.SampleFrame;
import org.junit.jupiter.api.Test;

class TripleBufferTest {
  @Test
  void beforeTheFirstReadingThereIsNoStamp() {
    TripleBuffer buffer = new TripleBuffer(1);
    buffer.take();
    assertEquals(SampleFrame.NEVER, buffer.stampNanos());
  }

  @Test
  void theNewestIsTakenAndStaysUntilTheNext() {
    TripleBuffer buffer = new TripleBuffer(1);
    buffer.publish(new double[] {1}, 10);
    buffer.publish(new double[] {2}, 20);
    buffer.take();
    buffer.take();
    assertEquals(2, buffer.value(0));
    assertEquals(20, buffer.stampNanos());
  }

  @Test
  void whatIsLookedAtDoesNotChangeUnderneath() {
    TripleBuffer buffer = new TripleBuffer(1);
    buffer.publish(new double[] {1}, 10);
    buffer.take();
    buffer.publish(new double[] {2}, 20);
    buffer.publish(new double[] {3}, 30);
    assertEquals(1, buffer.value(0));
  }

  @Test
  void noReadingIsTornAndNoneIsOlderThanTheOneBefore() throws InterruptedException {
    TripleBuffer buffer = new TripleBuffer(2);
    int last = 200_000;
    Thread bus =
        Thread.ofPlatform()
            .start(
                () -> {
                  double[] both = new double[2];
                  for (int i = 1; i <= last; i++) {
                    both[0] = i;
                    both[1] = -i;
                    buffer.publish(both, i);
                  }
                });
    long before = 0;
    while (before < last) {
      buffer.take();
      long stamp = buffer.stampNanos();
      if (stamp != SampleFrame.NEVER) {
        assertTrue(stamp >= before, "older than the one before");
        assertEquals(stamp, buffer.value(0));
        assertEquals(-stamp, buffer.value(1));
        before = stamp;
      }
    }
    bus.join();
  }
}
