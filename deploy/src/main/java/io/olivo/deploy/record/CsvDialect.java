package io.olivo.deploy.record;

import java.util.Locale;
import java.util.Set;

/** How a CSV file writes its rows: told by its first line. */
enum CsvDialect {
  SEMICOLON(";"),
  TAB("\t"),
  COMMA(","),
  SPACE(" +");

  private static final Set<String> MISSING =
      Set.of("", "nan", "-nan", "na", "n/a", "null", "none", "inf", "+inf", "-inf", "infinity");
  private static final String QUOTE = "\"";

  private final String separator; // regular expression

  CsvDialect(String separator) {
    this.separator = separator;
  }

  /** The dialect of a file that begins with this line. */
  static CsvDialect of(String line) {
    if (line.contains(";")) {
      return SEMICOLON;
    }
    if (line.contains("\t")) {
      return TAB;
    }
    return line.contains(",") ? COMMA : SPACE;
  }

  /** The cells of a line, without the blanks and quotes around them. */
  String[] cells(String line) {
    String[] cells = (this == SPACE ? line.strip() : line).split(separator, -1);
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      boolean quoted = cell.length() > 1 && cell.startsWith(QUOTE) && cell.endsWith(QUOTE);
      cells[i] = quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }
    return cells;
  }

  /** Whether a line holds no row: blank, or a comment. */
  static boolean isSkipped(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("%");
  }

  /** Whether a cell says that there is no value. */
  static boolean isMissing(String cell) {
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Whether a cell is a number or says that there is none. */
  static boolean isNumber(String cell) {
    try {
      return isMissing(cell) || !Double.isNaN(Double.parseDouble(cell));
    } catch (NumberFormatException aWord) {
      return false;
    }
  }
}
