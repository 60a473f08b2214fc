package io.olivo.actuators.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActuatorLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, 1, 0, range",
    "2, 1, 1, 1, 1, 0, range",
    "NaN, 1, 1, 1, 0, 0, range",
    "-1, NaN, 1, 1, 0, 0, range",
    "-Infinity, 1, 1, 1, 0, 0, range",
    "-1, Infinity, 1, 1, 0, 0, range",
    "-1, 1, -.1, 1, 0, 0, learned",
    "-1, 1, NaN, 1, 0, 0, learned",
    "-1, 1, Infinity, 1, 0, 0, learned",
    "-1, 1, 1, 0, 0, 0, rate",
    "-1, 1, 1, -1, 0, 0, rate",
    "-1, 1, 1, NaN, 0, 0, rate",
    "-1, 1, 1, Infinity, 0, 0, rate",
    "-1, 1, 1, 1, 1.01, 0, safe.value",
    "-1, 1, 1, 1, -1.01, 0, safe.value",
    "-1, 1, 1, 1, NaN, 0, safe.value",
    "-1, 1, 1, 1, 0, -.1, safe.within",
    "-1, 1, 1, 1, 0, NaN, safe.within",
    "-1, 1, 1, 1, 0, Infinity, safe.within"
  })
  void limitsThatCannotBeKeptAreRefusedByName(
      double min, double max, double learned, double rate, double safe, double within, String key) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ActuatorLimits("elbow", min, max, learned, rate, safe, within))
            .getMessage();
    assertTrue(message.startsWith("elbow." + key + " must "), message);
  }

  @Test
  void edgesOfWhatIsPossibleAreAccepted() {
    ActuatorLimits edge = new ActuatorLimits("elbow", -1, 1, 0, Double.MIN_VALUE, 1, 0);
    assertEquals(1, edge.safe());
  }
}
