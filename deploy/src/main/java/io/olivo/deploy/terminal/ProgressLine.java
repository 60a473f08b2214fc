package io.olivo.deploy.terminal;

import java.io.PrintStream;

/**
 * Shows progress: on a terminal as one line redrawn in place, elsewhere as a line now and then.
 *
 * <p>It may be told as often as one likes; what comes too soon after the last drawing is dropped.
 */
public final class ProgressLine {
  private static final long REDRAW_NANOS = 100_000_000L; // faster is flicker
  private static final long LINE_NANOS = 5_000_000_000L; // a log of a minute has a dozen lines

  private final Screen screen;
  private final PrintStream out;
  private final long pauseNanos;
  private boolean shown;
  private long lastNanos;
  private int lastLength;

  public ProgressLine(Screen screen, PrintStream out) {
    this.screen = screen;
    this.out = out;
    this.pauseNanos = screen.terminal() ? REDRAW_NANOS : LINE_NANOS;
  }

  /** Shows it unless the last one was shown a moment ago. */
  public void show(long nowNanos, Progress progress) {
    if (shown && nowNanos - lastNanos < pauseNanos) {
      return;
    }
    draw(progress);
    shown = true;
    lastNanos = nowNanos;
  }

  /** Shows the last state in any case and leaves the line. */
  public void end(Progress progress) {
    draw(progress);
    if (screen.terminal()) {
      out.print('\n');
      out.flush();
    }
    lastLength = 0;
    shown = false;
  }

  /** Wipes the line, so that something else may be printed where it stood. */
  public void clear() {
    if (lastLength > 0) {
      out.print("\r" + " ".repeat(lastLength) + "\r");
      out.flush();
      lastLength = 0;
    }
  }

  private void draw(Progress progress) {
    String line = progress.line(screen);
    if (screen.terminal()) {
      out.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
      lastLength = line.length();
    } else {
      out.print(line + "\n");
    }
    out.flush();
  }
}
