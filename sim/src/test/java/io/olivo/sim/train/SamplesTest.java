package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SamplesTest {
  private static final float[][] X = {{1, 2}, {3, 4}, {5, 6}};

  private static void refuses(String because, Executable made) {
    String message = assertThrows(IllegalArgumentException.class, made).getMessage();
    assertTrue(message.contains(because), message);
  }

  @Test
  void targetOfAClassIsOneAtItsLabel() {
    Samples.Part part = Samples.Part.classes(X, new int[] {2, 0, 2}, 3);
    assertArrayEquals(new float[] {0, 0, 1}, part.y(0));
    assertArrayEquals(new float[] {1, 0, 0}, part.y(1));
    assertEquals(2, part.label(2));
    assertTrue(part.hasClasses());
    assertEquals(3, part.size());
    assertEquals(2, part.inputs());
    assertEquals(3, part.outputs());
  }

  @Test
  void numbersHaveNoLabel() {
    Samples.Part part = Samples.Part.values(X, new float[][] {{7}, {8}, {9}});
    assertArrayEquals(new float[] {8}, part.y(1));
    assertEquals(-1, part.label(1));
    assertFalse(part.hasClasses());
  }

  @Test
  void rowsAndLabelsExchangedAfterwardsDoNotReachIt() {
    float[][] x = X.clone();
    int[] label = {2, 0, 2};
    Samples.Part part = Samples.Part.classes(x, label, 3);
    x[0] = x[1];
    label[0] = 1;
    assertArrayEquals(new float[] {1, 2}, part.x(0));
    assertEquals(2, part.label(0));
  }

  @Test
  void rowsThatDoNotMatchAreRefused() {
    refuses("3 inputs, 1 targets", () -> Samples.Part.values(X, new float[][] {{1}}));
    refuses("0 inputs", () -> Samples.Part.values(new float[0][], new float[0][]));
    refuses("label 3 in row 1", () -> Samples.Part.classes(X, new int[] {0, 3, 0}, 3));
    refuses(
        "input row 1 has 1 numbers, row 0 has 2",
        () -> Samples.Part.values(new float[][] {{1, 2}, {3}}, new float[][] {{1}, {1}}));
    refuses(
        "training rows are 2 to 3 wide, test rows 2 to 4",
        () ->
            new Samples(
                Samples.Part.classes(X, new int[3], 3), Samples.Part.classes(X, new int[3], 4)));
  }
}
