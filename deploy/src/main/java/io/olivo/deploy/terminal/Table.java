package io.olivo.deploy.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows under columns, laid out for the screen they are shown on.
 *
 * <p>When the columns need more than the screen's width, optional ones are left out, the highest
 * rank first; when even the others do not fit, every row becomes a block of "title: value" lines
 * that shows all of it.
 */
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row, one cell per column. */
  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The table as text; every line ends with a line feed and is as wide as the screen at most. */
  public String render(Screen screen) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      shown.add(i);
    }
    while (need(shown) > screen.width()) {
      Integer least =
          shown.stream().max(Comparator.comparingInt(i -> columns.get(i).rank())).orElse(0);
      if (shown.isEmpty() || columns.get(least).rank() == 0) {
        return blocks(screen);
      }
      shown.remove(least);
    }
    return lines(shown, screen);
  }

  private int need(List<Integer> shown) {
    return shown.stream().mapToInt(this::width).sum()
        + GAP.length() * Math.max(0, shown.size() - 1);
  }

  private int width(int column) {
    int widest = length(columns.get(column).title());
    for (List<String> row : rows) {
      widest = Math.max(widest, length(row.get(column)));
    }
    return widest;
  }

  private String lines(List<Integer> shown, Screen screen) {
    String rule = (screen.unicode() ? "\u2500" : "-");
    StringBuilder text = new StringBuilder();
    text.append(screen.bold(line(shown, columns.stream().map(Column::title).toList())))
        .append('\n');
    text.append(shown.stream().map(i -> rule.repeat(width(i))).collect(Collectors.joining(GAP)));
    text.append('\n');
    rows.forEach(row -> text.append(line(shown, row)).append('\n'));
    return text.toString();
  }

  private String line(List<Integer> shown, List<String> cells) {
    return shown.stream()
        .map(i -> pad(cells.get(i), width(i), columns.get(i).right()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String blocks(Screen screen) {
    int titles = columns.stream().mapToInt(column -> length(column.title())).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(text.isEmpty() ? "" : "\n");
      for (int i = 0; i < columns.size(); i++) {
        entry(text, columns.get(i).title(), row.get(i), titles, screen);
      }
    }
    return text.toString();
  }

  /** "title value"; the value goes to a line of its own when both do not fit into one. */
  private static void entry(
      StringBuilder text, String title, String value, int titles, Screen screen) {
    boolean fits = titles + GAP.length() + length(value) <= screen.width();
    text.append(screen.bold(fits ? pad(title, titles, false) : title));
    int room = screen.width() - GAP.length();
    if (fits) {
      text.append(GAP).append(value).append('\n');
    } else {
      wrap(value, room).forEach(part -> text.append('\n').append(GAP).append(part));
      text.append('\n');
    }
  }

  private static List<String> wrap(String value, int room) {
    List<String> parts = new ArrayList<>();
    String rest = value;
    while (rest.length() > room) {
      int space = rest.lastIndexOf(' ', room);
      int cut = space > 0 ? space : room;
      parts.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    parts.add(rest);
    return parts;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String pad(String text, int width, boolean right) {
    String space = " ".repeat(width - length(text));
    return right ? space + text : text + space;
  }
}
