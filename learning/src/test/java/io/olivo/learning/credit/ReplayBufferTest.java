package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {
  private static ReplayBuffer of(int places, long seed) {
    return new ReplayBuffer(places, 1, 1, new Chance(seed));
  }

  private static void offer(ReplayBuffer buffer, int from, int to) {
    for (int t = from; t < to; t++) {
      buffer.offer(new double[] {t}, new double[] {-t});
    }
  }

  /** 400 runs of 20 places: 8000 pairs kept, of each tenth of the stream 800 +- 27. */
  @Test
  void everyPairOfTheStreamHasTheSameChanceToBeKept() {
    int[] kept = new int[10];
    for (int seed = 0; seed < 400; seed++) {
      ReplayBuffer buffer = of(20, seed);
      offer(buffer, 0, 1000);
      StateWriter out = new StateWriter("r");
      buffer.save(out);
      StateReader in = new StateReader(out.bytes());
      for (int i = 0; i < 20; i++) {
        kept[(int) in.values("replay.input." + i)[0] / 100]++;
      }
    }
    for (int tenth : kept) {
      assertEquals(800, tenth, 5 * 27, "five standard deviations");
    }
  }

  @Test
  void inputAndTargetOfAPairStayTogether() {
    ReplayBuffer buffer = of(20, 1);
    offer(buffer, 0, 500);
    for (int n = 0; n < 100; n++) {
      assertTrue(buffer.draw());
      assertEquals(-buffer.input()[0], buffer.target()[0]);
    }
    assertEquals(20, buffer.size());
  }

  @Test
  void clearedItHoldsOnlyWhatCameAfterwards() {
    ReplayBuffer buffer = of(20, 1);
    offer(buffer, 0, 500);
    buffer.clear();
    assertFalse(buffer.draw());
    offer(buffer, 500, 600);
    for (int n = 0; n < 100; n++) {
      assertTrue(buffer.draw());
      assertTrue(buffer.input()[0] >= 500);
    }
  }

  @Test
  void withoutPlacesItKeepsNothing() {
    ReplayBuffer none = of(0, 1);
    offer(none, 0, 10);
    assertFalse(none.draw());
  }

  @Test
  void savedInMidStreamItGoesOnBitForBit() {
    ReplayBuffer one = of(20, 1);
    offer(one, 0, 300);
    ReplayBuffer other = of(20, 2);
    StateWriter out = new StateWriter("r");
    one.save(out);
    other.load(new StateReader(out.bytes()));
    offer(one, 300, 600);
    offer(other, 300, 600);
    for (int n = 0; n < 50; n++) {
      one.draw();
      other.draw();
      assertArrayEquals(one.input(), other.input());
    }
  }

  @Test
  void aPairAllocatesNothing() {
    ReplayBuffer buffer = of(20, 1);
    double[] x = {1};
    long bytes =
        Allocation.leastBytes(
            3000,
            () -> {
              buffer.offer(x, x);
              buffer.draw();
            });
    assertEquals(0, bytes);
  }
}
