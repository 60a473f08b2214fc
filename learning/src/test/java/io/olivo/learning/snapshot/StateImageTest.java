package io.olivo.learning.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Allocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateImageTest {
  /** One of every kind of entry, with names of parts. */
  private static final class Part implements Stateful {
    private double[][] rows = {{1, 2}, {3, 4}};
    private final long[] clocks = {Long.MAX_VALUE - 1, 6};
    private double number = -0.0;
    private long count = Long.MIN_VALUE + 5;
    private boolean hasMore;

    @Override
    public void save(StateWriter out) {
      out.put("part.rows", rows);
      for (int i = 0; i < 2; i++) {
        savePlace(out, out.row("part.place", i));
      }
      out.put("part.count", count);
      if (hasMore) {
        out.put("part.more", 1.5);
      }
      out.put("part.clocks", clocks);
    }

    private void savePlace(StateWriter out, String name) {
      out.put(out.name(name, ".number"), number);
    }

    @Override
    public void load(StateReader in) {
      in.get("part.rows", rows);
      number = in.getDouble("part.place.1.number");
      count = in.getLong("part.count");
      in.get("part.clocks", clocks);
    }
  }

  private static byte[] fresh(Stateful what) {
    StateWriter out = new StateWriter("part");
    what.save(out);
    return out.bytes();
  }

  private final Part part = new Part();
  private final StateImage image = new StateImage("part");

  @Test
  void refilledItIsTheStateOfNow() {
    image.fill(part);
    part.rows[1][0] = 9;
    part.number = Math.PI;
    part.count = -3;
    image.fill(part);
    assertArrayEquals(fresh(part), image.bytes());
    assertEquals(4 + 2 + 1 + 2, image.size());
  }

  @Test
  void refillingAllocatesNothing() {
    image.fill(part);
    assertEquals(0, Allocation.leastBytes(3000, () -> image.fill(part)));
  }

  @Test
  void whatWasLearnedIsPutBackFromMemory() {
    image.fill(part);
    part.rows[0][0] = 99;
    part.count = 0;
    part.load(image.reader());
    assertEquals(1, part.rows[0][0]);
    assertEquals(Long.MIN_VALUE + 5, part.count);
  }

  @Test
  void anotherShapeIsLaidOutAnew() {
    image.fill(part);
    part.rows = new double[][] {{1, 2, 3}};
    image.fill(part);
    assertArrayEquals(fresh(part), image.bytes());
  }

  @Test
  void anEntryThatComesOrGoesIsNoticed() {
    image.fill(part);
    part.hasMore = true;
    image.fill(part);
    assertArrayEquals(fresh(part), image.bytes());
    part.hasMore = false;
    image.fill(part);
    assertArrayEquals(fresh(part), image.bytes());
    assertFalse(image.reader().has("part.more"));
  }

  @Test
  void anImageOfSomethingElseLeavesNothingBehind() {
    image.fill(part);
    image.fill(
        new Stateful() {
          @Override
          public void save(StateWriter out) {
            out.put("other", 1.0);
          }

          @Override
          public void load(StateReader in) {}
        });
    assertEquals(List.of("other"), image.reader().names());
  }

  @Test
  void aNameSavedTwiceIsRefused() {
    Stateful twice =
        new Stateful() {
          @Override
          public void save(StateWriter out) {
            out.put("same", 1.0);
            out.put("same", 2.0);
          }

          @Override
          public void load(StateReader in) {}
        };
    assertThrows(IllegalArgumentException.class, () -> image.fill(twice));
    assertThrows(IllegalArgumentException.class, () -> image.fill(twice));
  }
}
