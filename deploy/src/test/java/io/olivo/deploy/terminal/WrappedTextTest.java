package io.olivo.deploy.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WrappedTextTest {
  private static final String TEXT = "it picks up an unknown load\nand lets go";

  @Test
  void aTerminalBreaksLinesBetweenWords() {
    Screen narrow = new Screen(true, 20, true, false);
    assertEquals("it picks up an\nunknown load\nand lets go", narrow.wrapped(TEXT));
  }

  @Test
  void aFileGetsLinesAsTheyAre() {
    assertEquals(TEXT, new Screen(false, 20, true, false).wrapped(TEXT));
  }
}
