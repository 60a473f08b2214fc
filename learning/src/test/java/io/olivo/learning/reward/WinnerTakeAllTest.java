package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinnerTakeAllTest {
  private static final int WIDTH = 5;
  private static final int WIRES = 4;

  private static WinnerTakeAll layer(int groups, int prototypes, int fanIn, long seed) {
    int[] inputs = {0, 1, 2, 3, 4};
    return new WinnerTakeAll(groups, prototypes, fanIn, inputs, WIDTH, new Chance(seed));
  }

  private static StateReader saved(WinnerTakeAll layer) {
    StateWriter out = new StateWriter("layer");
    layer.save(out, "w");
    return new StateReader(out.bytes());
  }

  /** Every distance of every group, in the same arithmetic. */
  private static int[] bruteForce(StateReader layer, int prototypes, double[] x) {
    double[] source = layer.values("w.source");
    double[] p = layer.values("w.prototype");
    int[] winners = new int[source.length / WIRES];
    for (int g = 0; g < winners.length; g++) {
      float best = Float.MAX_VALUE;
      for (int k = 0; k < prototypes; k++) {
        float[] d = new float[WIRES];
        for (int i = 0; i < WIRES; i++) {
          int from = (int) source[g * WIRES + i];
          float in = from < WIDTH ? (float) x[from] : 0;
          d[i] = (float) p[(g * prototypes + k) * WIRES + i] - in;
        }
        float square = (d[0] * d[0] + d[1] * d[1]) + (d[2] * d[2] + d[3] * d[3]);
        if (square < best) {
          best = square;
          winners[g] = g * prototypes + k;
        }
      }
    }
    return winners;
  }

  @ParameterizedTest
  @CsvSource({"6,40,1", "6,64,2", "4,96,3", "6,48,3", "2,64,4", "5,1,3", "5,2,3", "3,128,2"})
  void winnersAreTheNearestOfAll(int groups, int prototypes, int fanIn) {
    WinnerTakeAll layer = layer(groups, prototypes, fanIn, 1);
    StateReader drawn = saved(layer);
    Chance chance = new Chance(2);
    int[] winners = new int[groups];
    double[] x = new double[WIDTH];
    for (int n = 0; n < 2000; n++) {
      double spread = n % 3 == 0 ? 1 : n % 3 == 1 ? 4 : 20;
      for (int i = 0; i < WIDTH; i++) {
        x[i] = Math.clamp(spread * chance.normal(), -10, 10);
      }
      layer.fill(x, winners);
      assertArrayEquals(bruteForce(drawn, prototypes, x), winners, () -> Arrays.toString(x));
    }
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4"})
  void tiesGoToTheLowestNumber(int fanIn) {
    WinnerTakeAll layer = layer(3, 96, fanIn, 3);
    StateReader drawn = saved(layer);
    double[] lattice = drawn.values("w.prototype");
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = Math.rint(lattice[i]); // many prototypes are the same, or as far
    }
    StateWriter out = new StateWriter("layer");
    out.put("w.source", drawn.values("w.source"));
    out.put("w.prototype", lattice);
    StateReader rounded = new StateReader(out.bytes());
    layer.load(rounded, "w");
    Chance chance = new Chance(4);
    int[] winners = new int[3];
    double[] x = new double[WIDTH];
    for (int n = 0; n < 2000; n++) {
      for (int i = 0; i < WIDTH; i++) {
        x[i] = Math.clamp(Math.rint(4 * chance.normal()) / 2, -10, 10);
      }
      layer.fill(x, winners);
      assertArrayEquals(bruteForce(rounded, 96, x), winners, () -> Arrays.toString(x));
    }
  }

  @Test
  void prototypesSpreadByOneAndAHalf() {
    double[] p = saved(layer(20, 64, 4, 5)).values("w.prototype");
    double square = Arrays.stream(p).map(v -> v * v).sum() / p.length;
    assertEquals(2.25, square, .22, "5 standard errors of 5120 squares");
  }

  @Test
  void groupsLookAtDifferentInputsAndNoneTwice() {
    double[] source = saved(layer(20, 8, 3, 6)).values("w.source");
    int[] seen = new int[WIDTH];
    for (int g = 0; g < 20; g++) {
      double[] wires = Arrays.copyOfRange(source, g * WIRES, g * WIRES + 3);
      assertEquals(3, Arrays.stream(wires).distinct().count());
      Arrays.stream(wires).forEach(i -> seen[(int) i]++);
    }
    assertFalse(Arrays.stream(seen).anyMatch(count -> count == 0));
  }

  @Test
  void wiringIsTakenBackWhateverTheSeed() {
    WinnerTakeAll one = layer(8, 32, 3, 7);
    WinnerTakeAll other = layer(8, 32, 3, 8);
    double[] x = {.3, -1, 2, .1, -.4};
    int[] expected = new int[8];
    int[] winners = new int[8];
    one.fill(x, expected);
    other.fill(x, winners);
    assertFalse(Arrays.equals(expected, winners));
    other.load(saved(one), "w");
    other.fill(x, winners);
    assertArrayEquals(expected, winners);
  }

  @Test
  void searchAllocatesNothing() {
    WinnerTakeAll layer = layer(16, 32, 3, 9);
    double[] x = {.3, -1, 2, .1, -.4};
    int[] winners = new int[16];
    assertEquals(0, Allocation.leastBytes(1000, () -> layer.fill(x, winners)));
  }

  @Test
  void refusesWhatItCannotHold() {
    assertThrows(IllegalArgumentException.class, () -> layer(4, 129, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> layer(4, 8, 5, 1));
    assertThrows(IllegalArgumentException.class, () -> layer(0, 8, 3, 1));
  }
}
