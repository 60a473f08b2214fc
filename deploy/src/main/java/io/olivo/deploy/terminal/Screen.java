package io.olivo.deploy.terminal;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What standard output can show.
 *
 * @param terminal whether a person watches it, so that a line may be redrawn
 * @param width how many characters fit in a line
 * @param unicode whether lines and blocks can be drawn with other than ASCII characters
 * @param colour whether colours are welcome
 */
public record Screen(boolean terminal, int width, boolean unicode, boolean colour) {
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 20;
  private static final String DRAWN = "\u2500\u2588\u2591\u2581\u2585";

  /** The screen this process writes to. The launcher tells with olivo.terminal, if it was used. */
  public static Screen system() {
    String told = System.getProperty("olivo.terminal");
    boolean terminal = told == null ? hasConsole() : Boolean.parseBoolean(told);
    return of(System.getenv(), terminal, System.out.charset());
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to null where there is no terminal
  private static boolean hasConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** From the environment: COLUMNS (set by the launcher), NO_COLOR and TERM. */
  public static Screen of(Map<String, String> environment, boolean terminal, Charset charset) {
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new Screen(
        terminal && !dumb,
        width(environment.getOrDefault("COLUMNS", "")),
        charset.canEncode() && charset.newEncoder().canEncode(DRAWN),
        terminal && !dumb && !plain);
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}")
        ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
        : USUAL_WIDTH;
  }

  /** The text broken between words where a terminal's line ends; elsewhere as it is. */
  public String wrapped(String text) {
    return terminal ? text.lines().map(this::wrappedLine).collect(Collectors.joining("\n")) : text;
  }

  private String wrappedLine(String line) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : line.split(" ", -1)) {
      boolean next = column > 0 && column + 1 + word.length() > width;
      wrapped.append(column == 0 ? "" : next ? "\n" : " ").append(word);
      column = column == 0 || next ? word.length() : column + 1 + word.length();
    }
    return wrapped.toString();
  }

  /** The text in bold, where colours are welcome. */
  public String bold(String text) {
    return coloured("1", text);
  }

  /** The text in green, where colours are welcome. */
  public String good(String text) {
    return coloured("32", text);
  }

  /** The text in red, where colours are welcome. */
  public String bad(String text) {
    return coloured("31", text);
  }

  private String coloured(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
