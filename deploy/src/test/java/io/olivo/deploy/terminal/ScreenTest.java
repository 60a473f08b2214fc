package io.olivo.deploy.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  @Test
  void widthComesFromColumns() {
    assertEquals(132, Screen.of(Map.of("COLUMNS", "132"), true, UTF_8).width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-3", "wide", "99999", "8 0"})
  void nonsenseInColumnsMeansEighty(String columns) {
    assertEquals(80, Screen.of(Map.of("COLUMNS", columns), true, UTF_8).width());
  }

  @Test
  void asciiTerminalsGetAscii() {
    assertFalse(Screen.of(Map.of(), true, US_ASCII).unicode());
    assertTrue(Screen.of(Map.of(), true, UTF_8).unicode());
  }

  @Test
  void colourNeedsATerminalThatWantsIt() {
    assertTrue(Screen.of(Map.of("NO_COLOR", ""), true, UTF_8).colour()); // as no-color.org says
    assertFalse(Screen.of(Map.of("NO_COLOR", "1"), true, UTF_8).colour());
    assertFalse(Screen.of(Map.of("TERM", "dumb"), true, UTF_8).colour());
    assertFalse(Screen.of(Map.of(), false, UTF_8).colour());
    assertEquals("ok", Screen.of(Map.of(), false, UTF_8).good("ok"));
    assertEquals("\u001b[32mok\u001b[0m", Screen.of(Map.of(), true, UTF_8).good("ok"));
  }
}
