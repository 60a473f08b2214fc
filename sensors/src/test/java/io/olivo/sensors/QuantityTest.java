package io.olivo.sensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {
  private static String refusal(String text, Unit expected) {
    return assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text, expected))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "180 deg, RADIAN, 3.141592653589793",
    "-90deg, RADIAN, -1.5707963267948966",
    "1.5 rad, RADIAN, 1.5",
    "60 rpm, RADIAN_PER_SECOND, 6.283185307179586",
    "20 ms, SECOND, .02",
    "5 min, SECOND, 300",
    "250 us, SECOND, 250e-6",
    "0.05 mm, METRE, 5e-5",
    "30 N*m, NEWTON_METRE, 30",
    "30 Nm, NEWTON_METRE, 30",
    "1e-3 m, METRE, .001",
    "2E+1 m, METRE, 20",
    "700 g, KILOGRAM, .7",
    "50 %, ONE, .5",
    "0.25, ONE, .25",
    "1.2 kHz, HERTZ, 1200"
  })
  void quantityIsReadInSi(String text, Unit unit, double expected) {
    assertEquals(expected, Quantity.parse(text, unit), 1e-12 * Math.abs(expected));
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void everyUnitReadsItsOwnSymbol(Unit unit) {
    assertEquals(-2.5, Quantity.parse("-2.5 " + unit.symbol(), unit));
  }

  @Test
  void ratesOfChangeCarryPerSecond() {
    assertEquals(4000, Quantity.parsePerSecond("4000 N*m/s", Unit.NEWTON_METRE));
    assertEquals(4, Quantity.parsePerSecond("4000 mN*m/s", Unit.NEWTON_METRE), 1e-12);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Quantity.parsePerSecond("4000 N*m", Unit.NEWTON_METRE))
            .getMessage();
    assertTrue(message.contains("N*m/s"), message);
  }

  @Test
  void missingUnitIsAnsweredWithTheLineToWrite() {
    String message = refusal("30", Unit.NEWTON_METRE);
    assertTrue(message.contains("no unit") && message.contains("\"30 N*m\""), message);
  }

  @Test
  void unitOfAnotherQuantityIsAnsweredWithThoseThatFit() {
    String message = refusal("30 kg", Unit.SECOND);
    assertTrue(message.contains("in kg") && message.contains("time"), message);
    assertTrue(message.contains("ms") && message.contains("min"), message);
  }

  @ParameterizedTest
  @CsvSource({"abc", "'  '", "1.2.3 m", "NaN m", "1e999 m", "--1 m", "+ m", "'1 m m'", "1 furlong"})
  void nonsenseIsRefusedInWords(String text) {
    assertTrue(refusal(text, Unit.METRE).contains("\"" + text + "\""));
  }

  @Test
  void onlyPositionsHaveAVelocity() {
    assertEquals(Unit.RADIAN_PER_SECOND, Unit.RADIAN.perSecond());
    assertEquals(Unit.METRE_PER_SECOND, Unit.METRE.perSecond());
    for (Unit unit : Unit.values()) {
      if (unit.isPosition()) {
        assertTrue(unit.perSecond().isVelocity());
      } else {
        assertThrows(IllegalArgumentException.class, unit::perSecond);
      }
    }
  }
}
