package io.olivo.sensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFrameTest {
  private final SampleFrame frame =
      new SampleFrame(
          List.of(new Channel("angle", Unit.RADIAN, -3, 3), new Channel("rate", Unit.HERTZ, 0, 1)));

  @Test
  void beforeTheFirstReadingNothingIsValidAndAllIsStale() {
    for (int i = 0; i < frame.size(); i++) {
      assertFalse(frame.valid(i));
      assertTrue(frame.stale(i, Long.MAX_VALUE, Long.MAX_VALUE));
      assertTrue(frame.stale(i, 0, Long.MAX_VALUE));
    }
  }

  @Test
  void valueInsideTheRangeIsValidEdgesIncluded() {
    for (double value : new double[] {-3, 0, 3}) {
      frame.put(0, value, 7);
      assertTrue(frame.valid(0));
      assertEquals(value, frame.value(0));
      assertEquals(7, frame.stampNanos(0));
    }
    assertFalse(frame.valid(1), "the neighbour was not read");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {3.0001, -3.0001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valueOutsideTheRangeOrNotFiniteIsInvalid(double value) {
    frame.put(0, 1, 1);
    frame.put(0, value, 2);
    assertFalse(frame.valid(0));
  }

  @Test
  void readingIsStaleAfterTheLimitAndNotBefore() {
    frame.put(0, 1, 1_000);
    assertFalse(frame.stale(0, 1_500, 500));
    assertTrue(frame.stale(0, 1_501, 500));
  }

  @Test
  void channelsAreFoundByName() {
    assertEquals(1, frame.indexOf("rate"));
    assertEquals("rate", frame.channel(1).name());
    String message =
        assertThrows(IllegalArgumentException.class, () -> frame.indexOf("speed")).getMessage();
    assertTrue(message.contains("speed"), message);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "-Infinity, 1", "0, Infinity"})
  void channelWithoutARealRangeIsRefused(double min, double max) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new Channel("angle", Unit.RADIAN, min, max))
            .getMessage();
    assertTrue(message.startsWith("angle.range"), message);
  }

  @Test
  void channelWithoutANameIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Channel(" ", Unit.RADIAN, 0, 1));
  }
}
