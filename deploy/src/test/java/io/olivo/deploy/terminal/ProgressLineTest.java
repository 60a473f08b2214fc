package io.olivo.deploy.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long MILLI = 1_000_000L;
  private static final double[] FALLING = {80, 40, 20, 10, 5, 2.5, 1.25, .6, .6, .6};

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void theLineFillsWhatTheScreenHas() {
    Progress half = new Progress("train", .5, "0.73 mrad", FALLING);
    assertEquals("train  ███████░░░░░░░   50 %  0.73 mrad", half.line(screen(40)));
    assertEquals(
        "train  ███████████████░░░░░░░░░░░░░░░   50 %  0.73 mrad  █▇▆▅▄▃▂▁▁▁",
        half.line(screen(80)));
    assertEquals(half.line(screen(80)), half.line(screen(160)));
    assertEquals(
        "train  ##########..........   50 %  0.73 mrad",
        half.line(new Screen(false, 46, false, false)));
  }

  @Test
  void withoutAnEndThereIsNoBar() {
    assertEquals("wait  3 s", new Progress("wait", Double.NaN, "3 s", FALLING).line(screen(80)));
  }

  @Test
  void aTerminalIsRedrawnTenTimesASecondAtMost() {
    ProgressLine line = new ProgressLine(screen(20), new PrintStream(printed, true, UTF_8));
    line.show(0, step(.1, "12.5"));
    line.show(99 * MILLI, step(.2, "9"));
    line.show(100 * MILLI, step(.3, "9"));
    line.end(step(1, "1"));
    assertEquals("\rrun   10 %  12.5\rrun   30 %  9   \rrun  100 %  1\n", text());
  }

  @Test
  void aFileGetsALineNowAndThenAndTheLastOne() {
    ProgressLine line =
        new ProgressLine(new Screen(false, 20, true, false), new PrintStream(printed, true, UTF_8));
    for (int i = 0; i <= 60; i++) {
      line.show(i * 100 * MILLI, step(i / 100., ""));
    }
    line.end(step(1, ""));
    assertEquals(3, text().lines().count());
    assertEquals(0, text().chars().filter(c -> c == '\r').count());
  }

  @Test
  void clearLeavesAnEmptyLine() {
    ProgressLine line = new ProgressLine(screen(20), new PrintStream(printed, true, UTF_8));
    line.show(0, step(.1, "12.5"));
    line.clear();
    assertEquals("\rrun   10 %  12.5\r                \r", text());
  }

  private static Progress step(double share, String detail) {
    return new Progress("run", share, detail, new double[0]);
  }

  private static Screen screen(int width) {
    return new Screen(true, width, true, false);
  }

  private String text() {
    return printed.toString(UTF_8);
  }
}
