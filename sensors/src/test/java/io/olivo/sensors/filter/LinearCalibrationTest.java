package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearCalibrationTest {
  @Test
  void itIsAGainAndAnOffsetWhateverCameBefore() {
    LinearCalibration filter = new LinearCalibration(-2, .5);
    assertEquals(.5, filter.next(0, 1));
    assertEquals(-5.5, filter.next(3, 40));
    filter.reset();
    filter.recall(filter.memory());
    assertEquals(-5.5, filter.next(3, 1));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "NaN, 1", "Infinity, 1", "1, NaN", "1, Infinity"})
  void aGainThatTellsNothingIsRefused(double gain, double offset) {
    assertThrows(IllegalArgumentException.class, () -> new LinearCalibration(gain, offset));
  }
}
