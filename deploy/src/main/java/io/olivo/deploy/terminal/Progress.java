package io.olivo.deploy.terminal;

/**
 * How far something has come.
 *
 * @param task what goes on, in a word or two
 * @param share done, from 0 to 1; NaN when nobody knows
 * @param detail the number to watch, with its unit, as in "0.73 mrad"; may be empty
 * @param history the same number so far, oldest first; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // shown once and forgotten; nobody compares two of them
public record Progress(String task, double share, String detail, double[] history) {
  private static final int LEAST_BAR = 6;
  private static final int MOST_BAR = 30;
  private static final int LEAST_SPARKS = 8;
  private static final int MOST_SPARKS = 40;

  /** One line of at most the screen's width less one: the last column would make some wrap. */
  public String line(Screen screen) {
    int room = screen.width() - 1;
    String words = task + percent() + (detail.isEmpty() ? "" : "  " + detail);
    int free = room - words.length();
    int bar = Double.isNaN(share) ? 0 : Math.min(MOST_BAR, free - 2);
    if (bar < LEAST_BAR) {
      return words.length() <= room ? words : words.substring(0, room);
    }
    int sparks = Math.min(Math.min(MOST_SPARKS, history.length), free - bar - 4);
    return task
        + "  "
        + bar(bar, screen.unicode())
        + words.substring(task.length())
        + (sparks < LEAST_SPARKS ? "" : "  " + Sparkline.of(history, sparks, screen.unicode()));
  }

  private String percent() {
    return Double.isNaN(share) ? "" : "  %3d %%".formatted((int) (100 * Math.clamp(share, 0, 1)));
  }

  private String bar(int width, boolean unicode) {
    int done = (int) (width * Math.clamp(share, 0, 1));
    return (unicode ? "\u2588" : "#").repeat(done)
        + (unicode ? "\u2591" : ".").repeat(width - done);
  }
}
