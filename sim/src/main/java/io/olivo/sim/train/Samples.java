package io.olivo.sim.train;

import java.util.Arrays;

/**
 * What a net is trained on and what it is judged by. Never changes after construction.
 *
 * @param train rows to learn from, in the order in which they come
 * @param test rows that are never learned from
 */
public record Samples(Part train, Part test) {
  /**
   * @throws IllegalArgumentException when the parts differ in width
   */
  public Samples {
    if (train.inputs() != test.inputs() || train.outputs() != test.outputs()) {
      throw new IllegalArgumentException(
          "training rows are %d to %d wide, test rows %d to %d; make them equal"
              .formatted(train.inputs(), train.outputs(), test.inputs(), test.outputs()));
    }
  }

  /**
   * Rows of inputs with their targets. A row is handed out as it is, not copied: whoever reads it
   * must not write it.
   */
  public static final class Part {
    private static final int NO_CLASS = -1;

    private final float[][] x; // [row][input]
    private final float[][] y; // [row][output]; rows of one class are one array
    private final int[] label; // [row], or empty

    private Part(float[][] x, float[][] y, int[] label) {
      if (x.length == 0 || x.length != y.length) {
        throw new IllegalArgumentException(
            "%d inputs, %d targets; give one target for each input, at least one"
                .formatted(x.length, y.length));
      }
      this.x = x;
      this.y = y;
      this.label = label;
      requireWidth("input", x);
      requireWidth("target", y);
    }

    /**
     * Rows whose targets are numbers.
     *
     * @param x [row][input], kept
     * @param y [row][output], kept
     * @throws IllegalArgumentException when the rows do not match
     */
    public static Part values(float[][] x, float[][] y) {
      return new Part(x.clone(), y.clone(), new int[0]);
    }

    /**
     * Rows that belong to classes: the target is 1 at the label, else 0.
     *
     * @param x [row][input], kept
     * @param label [row], 0 .. classes - 1
     * @throws IllegalArgumentException when the rows do not match or a label is none
     */
    public static Part classes(float[][] x, int[] label, int classes) {
      float[][] oneHot = new float[classes][classes];
      for (int i = 0; i < classes; i++) {
        oneHot[i][i] = 1;
      }
      float[][] y = new float[label.length][];
      for (int row = 0; row < label.length; row++) {
        if (label[row] < 0 || label[row] >= classes) {
          throw new IllegalArgumentException(
              "label %d in row %d; labels are 0 to %d".formatted(label[row], row, classes - 1));
        }
        y[row] = oneHot[label[row]];
      }
      return new Part(x.clone(), y, label.clone());
    }

    private static void requireWidth(String what, float[][] rows) {
      for (int row = 0; row < rows.length; row++) {
        if (rows[row].length != rows[0].length) {
          throw new IllegalArgumentException(
              "%s row %d has %d numbers, row 0 has %d"
                  .formatted(what, row, rows[row].length, rows[0].length));
        }
      }
    }

    /** Number of rows. */
    public int size() {
      return x.length;
    }

    /** Rows from .. to - 1, not copied. */
    Part part(int from, int to) {
      boolean labelled = label.length > 0;
      return new Part(
          Arrays.copyOfRange(x, from, to),
          Arrays.copyOfRange(y, from, to),
          labelled ? Arrays.copyOfRange(label, from, to) : label);
    }

    /** Numbers in an input row. */
    public int inputs() {
      return x[0].length;
    }

    /** Numbers in a target row. */
    public int outputs() {
      return y[0].length;
    }

    /** The input; not to be written. */
    public float[] x(int row) {
      return x[row];
    }

    /** The target; not to be written. */
    public float[] y(int row) {
      return y[row];
    }

    /** The class, or -1 when targets are numbers. */
    public int label(int row) {
      return label.length == 0 ? NO_CLASS : label[row];
    }

    /** Whether targets are classes. */
    public boolean hasClasses() {
      return label.length > 0;
    }
  }
}
