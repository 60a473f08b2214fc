package io.olivo.deploy.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table learners =
      new Table(
              Column.text("learner"),
              Column.number("before, mrad"),
              Column.number("load, first, mrad").optional(2),
              Column.number("steady, mrad").optional(1),
              Column.text("remark").optional(3))
          .row("PD", "75.5", "125", "124", "does not learn")
          .row("Olivo", "0.73", "13.6", "0.61", "512 granule cells");

  @Test
  void aWideScreenShowsEveryColumn() {
    assertEquals(
        """
        learner  before, mrad  load, first, mrad  steady, mrad  remark
        ───────  ────────────  ─────────────────  ────────────  ─────────────────
        PD               75.5                125           124  does not learn
        Olivo            0.73               13.6          0.61  512 granule cells
        """,
        learners.render(screen(160)));
    assertEquals(learners.render(screen(160)), learners.render(screen(80)));
  }

  @Test
  void aNarrowScreenLosesTheLeastImportantColumnsFirst() {
    assertEquals(
        """
        learner  before, mrad  steady, mrad
        ───────  ────────────  ────────────
        PD               75.5           124
        Olivo            0.73          0.61
        """,
        learners.render(screen(40)));
  }

  @Test
  void aScreenTooNarrowForAnyTableGetsBlocksThatShowEverything() {
    assertEquals(
        """
        learner
          PD
        before, mrad
          75.5
        load, first, mrad
          125
        steady, mrad
          124
        remark
          does not learn

        learner
          Olivo
        before, mrad
          0.73
        load, first, mrad
          13.6
        steady, mrad
          0.61
        remark
          512 granule cells
        """,
        learners.render(screen(20)));
  }

  @Test
  void blocksAlignTheirValuesAndWrapLongOnes() {
    Table checks =
        new Table(Column.text("check"), Column.text("what to do"))
            .row("bus i2c-1", "enable it with raspi-config, then start again")
            .row("disk", "nothing");
    assertEquals(
        """
        check       bus i2c-1
        what to do
          enable it with raspi-config, then
          start again

        check       disk
        what to do  nothing
        """,
        checks.render(screen(40)));
  }

  @Test
  void asciiScreensGetAsciiRules() {
    Table table = new Table(Column.text("a"), Column.number("b")).row("x", "10");
    assertEquals(
        """
        a   b
        -  --
        x  10
        """,
        table.render(new Screen(false, 80, false, false)));
  }

  @Test
  void aRowMustHaveACellPerColumn() {
    assertThrows(IllegalArgumentException.class, () -> learners.row("PD"));
  }

  @Property
  void noLineIsWiderThanTheScreen(
      @ForAll @IntRange(min = 20, max = 60) int width,
      @ForAll @AlphaChars @StringLength(min = 1, max = 18) String title,
      @ForAll @AlphaChars @StringLength(max = 90) String value) {
    String text =
        new Table(Column.text("name"), Column.text(title))
            .row("one", value)
            .render(new Screen(false, width, true, false));
    assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
  }

  private static Screen screen(int width) {
    return new Screen(false, width, true, false);
  }
}
