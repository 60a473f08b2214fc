package io.olivo.learning.reward;

import java.util.Arrays;

/**
 * Which prototypes can be nearest, for every cell of a regular grid; so that a search need only
 * look at those few.
 *
 * <pre>
 * j beats k in box B :  max over x in B of |x - p_j|^2 - |x - p_k|^2 &lt; -margin
 * </pre>
 *
 * <p>The difference is linear in x, so its largest value is at a corner, found input by input. Who
 * is beaten is beaten by somebody unbeaten who is nearer to the middle of the box: in the order of
 * that distance it is enough to ask those found before. Boxes are halved until they are one cell,
 * and who is beaten in a box is not looked at again within it. The outermost cells reach to the
 * ends of the range. The margin is several times the rounding of distances in single precision:
 * whoever is left out cannot win, and the search stays exact.
 *
 * <p>Shapes: p [prototype][input]. Cost: at construction only, about a microsecond a cell.
 */
final class CandidateGrid {
  private static final double ROUNDING = 1e-4; // of a squared distance, per term
  private static final long NUMBER = 0xff; // the bits of a prototype's number

  private final float[][] prototype; // p [prototype][input]
  private final double[] edge; // of the cells, the same along every input
  private final int[] from; // first cell of the present box [input]
  private final int[] to; // and the one after its last
  private final double margin;
  private final byte[][] lists; // [cell][]

  /**
   * Finds the candidates of all cells.
   *
   * @param prototype p [prototype][input], at most 128
   * @param edge of the cells along every input, rising
   */
  CandidateGrid(float[][] prototype, double[] edge) {
    this.prototype = prototype;
    this.edge = edge;
    int inputs = prototype[0].length;
    from = new int[inputs];
    to = new int[inputs];
    Arrays.fill(to, edge.length - 1);
    margin = ROUNDING * inputs * (inputs + 2);
    lists = new byte[power(edge.length - 1, inputs)][];
    byte[] all = new byte[prototype.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = (byte) k;
    }
    halve(all);
  }

  /** The number of cells of a grid. */
  static int power(int side, int inputs) {
    int cells = 1;
    for (int i = 0; i < inputs; i++) {
      cells *= side;
    }
    return cells;
  }

  /** The candidates [cell][]; the cell along the last input counts fastest. */
  byte[][] lists() {
    return lists;
  }

  private void halve(byte[] candidates) {
    byte[] unbeaten = unbeaten(candidates);
    int input = longest();
    int first = from[input];
    int last = to[input];
    if (last - first == 1) {
      lists[cell()] = unbeaten;
      return;
    }
    int middle = (first + last) / 2;
    to[input] = middle;
    halve(unbeaten);
    from[input] = middle;
    to[input] = last;
    halve(unbeaten);
    from[input] = first;
  }

  /** The input along which the box has most cells. */
  private int longest() {
    int longest = 0;
    for (int i = 1; i < to.length; i++) {
      longest = to[i] - from[i] > to[longest] - from[longest] ? i : longest;
    }
    return longest;
  }

  private int cell() {
    int cell = 0;
    for (int first : from) {
      cell = cell * (edge.length - 1) + first;
    }
    return cell;
  }

  private double low(int input) {
    return edge[from[input]];
  }

  private double high(int input) {
    return edge[to[input]];
  }

  private byte[] unbeaten(byte[] candidates) {
    byte[] left = new byte[candidates.length];
    int count = 0;
    for (long ranked : byDistance(candidates)) {
      byte k = (byte) (ranked & NUMBER);
      if (!isBeaten(k, left, count)) {
        left[count++] = k;
      }
    }
    return Arrays.copyOf(left, count);
  }

  /** Candidates by their distance from the middle of the box, their number in the last bits. */
  private long[] byDistance(byte[] candidates) {
    long[] ranked = new long[candidates.length];
    for (int n = 0; n < ranked.length; n++) {
      long distance = Double.doubleToRawLongBits(distanceFromMiddle(candidates[n]));
      ranked[n] = (distance & ~NUMBER) | candidates[n];
    }
    Arrays.sort(ranked);
    return ranked;
  }

  private double distanceFromMiddle(int k) {
    double sum = 0;
    for (int i = 0; i < to.length; i++) {
      double d = prototype[k][i] - (low(i) + high(i)) / 2;
      sum += d * d;
    }
    return sum;
  }

  private boolean isBeaten(int k, byte[] by, int count) {
    for (int n = 0; n < count; n++) {
      if (beats(by[n], k)) {
        return true;
      }
    }
    return false;
  }

  private boolean beats(int j, int k) {
    double lead = margin;
    for (int i = 0; i < to.length; i++) {
      double a = prototype[j][i];
      double b = prototype[k][i];
      double x = a > b ? low(i) : high(i);
      lead += (a - b) * (a + b - 2 * x);
    }
    return lead < 0;
  }
}
