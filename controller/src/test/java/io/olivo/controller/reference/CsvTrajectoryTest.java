package io.olivo.controller.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTrajectoryTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("moves.csv"), text);
  }

  private static double[] at(Trajectory trajectory, double seconds) {
    double[] position = new double[trajectory.joints()];
    trajectory.at(seconds, position);
    return position;
  }

  @Test
  void passesThroughItsRowsAndBeginsAgainAfterTheLast() throws IOException {
    CsvTrajectory csv = CsvTrajectory.read(file("t, a, b\n10, 0, 1\n12, 2, 1\n\n14, 0, -1\n"), 2);
    assertEquals(2, csv.joints());
    assertArrayEquals(new double[] {0, 1}, at(csv, 0), "the first row is the beginning");
    assertArrayEquals(new double[] {1, 1}, at(csv, 1), 1e-12, "half way");
    assertArrayEquals(new double[] {2, 1}, at(csv, 2), 1e-12);
    assertArrayEquals(new double[] {0, -1}, at(csv, 4 - 1e-9), 1e-9);
    assertArrayEquals(at(csv, 1.3), at(csv, 5.3), 1e-9, "4 s later");
  }

  @Test
  void roundsThatRoundingMakesALittleTooLongAreNoFault() throws IOException {
    Path file = folder.resolve("round.csv");
    Files.writeString(file, "time,flap\n0,0\n1.1,1\n3.2,0\n"); // 3.2 s has no exact double
    CsvTrajectory path = CsvTrajectory.read(file, 1);
    double[] q = new double[1];
    for (long tick = 0; tick < 500_000; tick++) {
      path.at(tick * .002, q);
      assertTrue(q[0] >= -1e-9 && q[0] <= 1 + 1e-9, "at " + tick * .002 + " s: " + q[0]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t,a#0,1#1         | :3: | expected 2 columns",
        "t,a#0,1#1,2,3     | :3: | found 3",
        "t,a#0,1#1,x       | :3: | \"x\" is not a finite number",
        "t,a#0,NaN#1,2     | :2: | \"NaN\" is not a finite number",
        "t,a#0,1##1,#      | :4: | \"\" is not a finite number",
        "t,a#0,1#0,2       | :3: | times must increase",
        "t,a#0,1#1,2#.5,2  | :4: | times must increase",
        "t,a#0,1           | :   | a header and two rows",
        "t,a               | :   | a header and two rows"
      })
  void mistakeIsToldWithFileAndLine(String text, String where, String what) throws IOException {
    Path file = file(text.replace('#', '\n'));
    String message =
        assertThrows(IllegalArgumentException.class, () -> CsvTrajectory.read(file, 1))
            .getMessage();
    assertTrue(message.startsWith(file + where), message);
    assertTrue(message.contains(what), message);
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("none.csv");
    String message =
        assertThrows(IllegalArgumentException.class, () -> CsvTrajectory.read(file, 1))
            .getMessage();
    assertTrue(message.startsWith(file.toString()), message);
  }
}
