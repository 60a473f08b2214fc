package io.olivo.deploy.terminal;

/**
 * A column of a table.
 *
 * @param title its heading, with the unit
 * @param right whether its cells stand at the right, as numbers do
 * @param rank 0 for a column the table is worthless without; of the others the highest goes first
 */
public record Column(String title, boolean right, int rank) {
  public Column {
    if (rank < 0) {
      throw new IllegalArgumentException(
          "the rank of column " + title + " must not be negative, got " + rank);
    }
  }

  /** A column of words that is always shown. */
  public static Column text(String title) {
    return new Column(title, false, 0);
  }

  /** A column of numbers that is always shown. */
  public static Column number(String title) {
    return new Column(title, true, 0);
  }

  /** The same, but left out when the screen is narrow; the highest rank first. */
  public Column optional(int highestFirst) {
    return new Column(title, right, highestFirst);
  }
}
