package io.olivo.deploy.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded stream in a CSV file: the first columns are inputs, the next ones outputs, further
 * ones are ignored. Comma, semicolon, tab or spaces between columns; a header is optional; blank
 * lines and lines that begin with # or % are skipped. Rows with a missing or infinite value are
 * refused and counted. The file is read row by row, so it may be longer than the memory.
 */
public final class CsvRecord {
  /** Takes the rows, one by one. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One more row. The array belongs to the reader and is used again.
     *
     * @param row inputs, then outputs
     */
    void accept(double[] row);
  }

  private final Path file;
  private final int inputs;
  private final int outputs;
  private final CsvDialect dialect;
  private final @Nullable String header;
  private final long rows;
  private long refused;

  /**
   * Looks through a file once: what separates its columns, and how many rows it has.
   *
   * @throws IllegalArgumentException when it cannot be read or holds no row
   */
  public CsvRecord(Path file, int inputs, int outputs) {
    this.file = file;
    this.inputs = inputs;
    this.outputs = outputs;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String first = next(reader);
      if (first == null) {
        throw new IllegalArgumentException(file + ": holds no row; give a CSV file with numbers");
      }
      dialect = CsvDialect.of(first);
      header = isHeader(first) ? first : null;
      rows = (header == null ? 1 : 0) + remaining(reader);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static @Nullable String next(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    while (line != null && CsvDialect.isSkipped(line)) {
      line = reader.readLine();
    }
    return line == null ? null : line.replace("\ufeff", "");
  }

  private static long remaining(BufferedReader reader) throws IOException {
    long count = 0;
    while (next(reader) != null) {
      count++;
    }
    return count;
  }

  private boolean isHeader(String line) {
    for (String cell : dialect.cells(line)) {
      if (!CsvDialect.isNumber(cell) && !Character.isDigit(cell.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  private IllegalArgumentException unreadable(IOException e) {
    String why = e instanceof MalformedInputException ? "is not text in UTF-8" : "cannot be read";
    return new IllegalArgumentException(
        "%s: %s; give a CSV file: %d columns of inputs, then %d of outputs"
            .formatted(file, why, inputs, outputs),
        e);
  }

  /** Number of rows, refused ones included. */
  public long rows() {
    return rows;
  }

  /** Rows of the last {@link #forEach} that were refused for a missing or infinite value. */
  public long refused() {
    return refused;
  }

  /** Number of input columns. */
  public int inputs() {
    return inputs;
  }

  /** Number of output columns. */
  public int outputs() {
    return outputs;
  }

  /** Names of the outputs: from the header, else "output 1" and so on. */
  public List<String> outputNames() {
    String[] names = header == null ? new String[0] : dialect.cells(header);
    List<String> found = new ArrayList<>();
    for (int j = 0; j < outputs; j++) {
      int column = inputs + j;
      boolean named = column < names.length && !names[column].isEmpty();
      found.add(named ? names[column] : "output " + (j + 1));
    }
    return found;
  }

  /**
   * Reads all rows in their order.
   *
   * @throws IllegalArgumentException naming file, line, column, value and remedy
   */
  public void forEach(Sink sink) {
    refused = 0;
    double[] row = new double[inputs + outputs];
    boolean headerAhead = header != null;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (CsvDialect.isSkipped(line)) {
          continue;
        }
        if (headerAhead) {
          headerAhead = false;
        } else if (parse(line.replace("\ufeff", ""), number, row)) {
          sink.accept(row);
        } else {
          refused++;
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Fills a row; whether all its values are there. */
  private boolean parse(String line, long number, double[] row) {
    String[] cells = dialect.cells(line);
    if (cells.length < row.length) {
      throw new IllegalArgumentException(
          "%s:%d: found %d columns, expected at least %d (%d inputs and %d outputs); correct the row, or --inputs and --outputs"
              .formatted(file, number, cells.length, row.length, inputs, outputs));
    }
    boolean whole = true;
    for (int i = 0; i < row.length; i++) {
      row[i] = CsvDialect.isMissing(cells[i]) ? Double.NaN : value(cells[i], number, i + 1);
      whole &= Double.isFinite(row[i]);
    }
    return whole;
  }

  private double value(String cell, long number, int column) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s:%d: column %d: \"%s\" is not a number; %s"
              .formatted(
                  file,
                  number,
                  column,
                  cell,
                  cell.matches("[-+]?\\d+,\\d+.*")
                      ? "write a decimal point, as in \"" + cell.replace(',', '.') + "\""
                      : "write a number as in \"-1.5e-3\", or \"nan\" to leave the row out"),
          e);
    }
  }
}
