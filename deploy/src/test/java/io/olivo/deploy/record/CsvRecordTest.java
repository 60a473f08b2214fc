package io.olivo.deploy.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordTest {
  @TempDir Path folder;

  private CsvRecord record(String text) throws IOException {
    return new CsvRecord(Files.writeString(folder.resolve("arm.csv"), text), 2, 1);
  }

  private static List<double[]> rows(CsvRecord record) {
    List<double[]> rows = new ArrayList<>();
    record.forEach(row -> rows.add(row.clone()));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3\n4,5,6\n",
        "1;2;3\r\n4;5;6\r\n",
        "1\t2\t3\n4\t5\t6",
        "  1.0e0   2 3\n 4 5    6 \n",
        "q,v,tau\n1,2,3\n4,5,6\n",
        "\"q, left\";\"v\";\"tau\"\n1;2;3\n4;5;6\n",
        "\ufeffq,v,tau\n1,2,3\n4,5,6\n",
        "# q v tau\n1 2 3\n\n% half-way\n4 5 6\n",
        "1,2,3,99\n4,5,6,99\n",
        "\"1\",\"2\",\"3\"\n\"4\",\"5\",\"6\"\n",
      })
  void separatorHeaderCommentsAndFurtherColumnsDoNotMatter(String text) throws IOException {
    CsvRecord record = record(text);
    List<double[]> rows = rows(record);
    assertEquals(2, record.rows());
    assertEquals(2, rows.size());
    assertArrayEquals(new double[] {1, 2, 3}, rows.getFirst());
    assertArrayEquals(new double[] {4, 5, 6}, rows.getLast());
  }

  @Test
  void outputsAreNamedByTheHeaderOrByTheirNumber() throws IOException {
    assertEquals(List.of("tau"), record("q,v,tau\n1,2,3\n").outputNames());
    assertEquals(List.of("output 1"), record("1,2,3\n").outputNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "", "inf", "-inf", "NA", "1e999"})
  void rowsWithoutAFiniteValueAreRefusedAndCounted(String missing) throws IOException {
    CsvRecord record = record("1,2,3\n4," + missing + ",6\n7,8,9\n");
    assertEquals(2, rows(record).size());
    assertEquals(1, record.refused());
    assertEquals(3, record.rows());
    rows(record);
    assertEquals(1, record.refused(), "counted anew on every pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4,x,6 | :2: column 2: \"x\" is not a number; write a number as in",
        "4,5 | :2: found 2 columns, expected at least 3 (2 inputs and 1 outputs); correct the row",
        "4 5 6 | :2: found 1 columns",
      })
  void aWrongRowIsReportedWithLineColumnValueAndRemedy(String row, String line) throws IOException {
    CsvRecord record = record("1,2,3\n" + row + "\n");
    String said = assertThrows(IllegalArgumentException.class, () -> rows(record)).getMessage();
    assertTrue(said.contains("arm.csv" + line), said);
  }

  @Test
  void aDecimalCommaIsReportedAsOne() throws IOException {
    CsvRecord record = record("q;v;tau\n1,5;2;3\n");
    String said = assertThrows(IllegalArgumentException.class, () -> rows(record)).getMessage();
    assertTrue(said.contains("column 1: \"1,5\""), said);
    assertTrue(said.contains("write a decimal point, as in \"1.5\""), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
  void aFileWithoutARowIsRefused(String text) {
    String said = assertThrows(IllegalArgumentException.class, () -> record(text)).getMessage();
    assertTrue(said.contains("holds no row"), said);
  }

  @Test
  void aFileThatIsNotTextOrNotThereIsRefused() throws IOException {
    Path binary = folder.resolve("arm.mat");
    Files.write(binary, "\u00e4\u00f6\u00fc".getBytes(StandardCharsets.ISO_8859_1));
    for (Path path : List.of(binary, folder.resolve("nowhere.csv"))) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> new CsvRecord(path, 2, 1))
              .getMessage();
      assertTrue(said.contains(path + ": ") && said.contains("give a CSV file: 2 columns"), said);
    }
  }
}
