package io.olivo.controller.reference;

import io.olivo.learning.HotPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A person's own trajectory: a CSV file with a header line, first column seconds, then one column
 * per joint in SI. Rows are joined by minimum-jerk pieces, so the joint comes to rest at every row;
 * after the last row it begins again, so end where you begin.
 */
@HotPath
public final class CsvTrajectory implements Trajectory {
  private final double[] time; // [row] s, from 0
  private final double[][] pose; // [row][joint]

  private CsvTrajectory(double[] time, double[][] pose) {
    this.time = time;
    this.pose = pose;
  }

  /**
   * Reads a file.
   *
   * @param joints columns expected beside the time
   * @throws IllegalArgumentException naming file, line and what is wrong
   */
  public static CsvTrajectory read(Path file, int joints) {
    List<double[]> rows = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (number > 1 && !line.isBlank()) {
        rows.add(row(line, joints, file + ":" + number + ": "));
        requireLater(rows, file + ":" + number + ": ");
      }
    }
    if (rows.size() < 2) {
      throw new IllegalArgumentException(file + ": a trajectory needs a header and two rows");
    }
    return of(rows);
  }

  private static CsvTrajectory of(List<double[]> rows) {
    double[] time = new double[rows.size()];
    double[][] pose = new double[rows.size()][];
    for (int i = 0; i < time.length; i++) {
      time[i] = rows.get(i)[0] - rows.getFirst()[0];
      pose[i] = Arrays.copyOfRange(rows.get(i), 1, rows.get(i).length);
    }
    return new CsvTrajectory(time, pose);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": cannot be read; give the path of a CSV file: time [s], then one column a joint",
          e);
    }
  }

  private static double[] row(String line, int joints, String where) {
    String[] cells = line.split(",", -1);
    if (cells.length != joints + 1) {
      throw new IllegalArgumentException(
          "%sexpected %d columns (time and %d joints), found %d"
              .formatted(where, joints + 1, joints, cells.length));
    }
    double[] row = new double[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = number(cells[i].strip(), where);
    }
    return row;
  }

  private static double number(String cell, String where) {
    try {
      double number = Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // one message for both below
    }
    throw new IllegalArgumentException(where + "\"" + cell + "\" is not a finite number");
  }

  private static void requireLater(List<double[]> rows, String where) {
    int last = rows.size() - 1;
    if (last > 0 && !(rows.get(last)[0] > rows.get(last - 1)[0])) {
      throw new IllegalArgumentException(where + "times must increase from row to row");
    }
  }

  @Override
  public int joints() {
    return pose[0].length;
  }

  @Override
  public void at(double seconds, double[] position) {
    double length = time[time.length - 1];
    double now = Math.max(0, seconds - Math.floor(seconds / length) * length); // rounding
    int found = Arrays.binarySearch(time, now);
    int row = Math.min(found >= 0 ? found : -found - 2, time.length - 2);
    double share = MinimumJerk.at((now - time[row]) / (time[row + 1] - time[row]));
    for (int j = 0; j < position.length; j++) {
      position[j] = pose[row][j] + (pose[row + 1][j] - pose[row][j]) * share;
    }
  }
}
