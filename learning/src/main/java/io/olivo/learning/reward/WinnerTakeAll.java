package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Winner-take-all expansion: groups of prototypes, each group looking at a few random inputs; in
 * every group the nearest prototype fires, alone.
 *
 * <pre>
 * w_g = argmin_k |x[inputs of g] - p_gk|^2        ties go to the lowest k
 * phi = one 1 per group, at unit g m + w_g        |phi|^2 = G
 * </pre>
 *
 * <p>The search is exact, and looks only at the candidates of the grid cell that x is in, see
 * {@link CandidateGrid}: about five of 96 for three inputs. Distance and number of a prototype are
 * compared as one integer, without a branch: the bits of a positive float rise with it.
 *
 * <p>Shapes: x d, p [group][prototype][fan-in], winners [group]. Units: x in standard deviations,
 * within +-10. Cost: four to eight distances per group. Source: Albus (1971), Mathematical
 * Biosciences 10:25 (granules as overlapping partitions of the inputs); Maass (2000), Neural
 * Computation 12:2519 (winner-take-all).
 */
@HotPath
final class WinnerTakeAll {
  private static final double SPREAD = 1.5; // standard deviation of the prototypes
  private static final int MOST_PROTOTYPES = 128; // a candidate is a byte with its sign bit free
  private static final int MOST_FAN_IN = 4;
  private static final int SHORT = 8; // candidates that fit into one long
  private static final double FIRST_EDGE = 2.5; // the inner cells lie within plus and minus this
  private static final int MOST_CELLS = 1331; // per group: 11^3 or 6^4

  private final int groups;
  private final int prototypes;
  private final int fanIn;
  private final int side; // cells along an input
  private final int cells; // of a group
  private final float cellsPerUnit;
  private final int[] source; // [group * 4] input, or the one after the last for a wire unused
  private final float[] prototype; // p [(group * m + prototype) * 4], 0 for a wire unused
  private final long[] shortlist; // [group * cells] up to eight candidates, one a byte
  private byte[] longlists = new byte[0]; // the candidates of cells that have more
  private final float[] x; // [input], and a 0
  private final int[] place; // [input] cell along it

  /**
   * Draws the wiring.
   *
   * @param groups G
   * @param prototypes m, of each group
   * @param fanIn inputs that a group looks at, if there are as many
   * @param inputs that it may look at [n]
   * @param width number of all inputs, d
   * @param chance the source of wiring and prototypes
   */
  WinnerTakeAll(int groups, int prototypes, int fanIn, int[] inputs, int width, Chance chance) {
    requireRange("groups", groups, Integer.MAX_VALUE);
    requireRange("prototypes", prototypes, MOST_PROTOTYPES);
    requireRange("fan-in", Math.min(fanIn, inputs.length), MOST_FAN_IN);
    this.groups = groups;
    this.prototypes = prototypes;
    this.fanIn = Math.min(fanIn, inputs.length);
    side = side(this.fanIn);
    cells = CandidateGrid.power(side, this.fanIn);
    cellsPerUnit = (float) (side / (2 * FIRST_EDGE));
    source = new int[groups * MOST_FAN_IN];
    prototype = new float[groups * prototypes * MOST_FAN_IN];
    shortlist = new long[groups * cells];
    x = new float[width + 1];
    place = new int[width + 1];
    draw(inputs, chance);
    findCandidates();
  }

  /** The finest grid of at most so many cells. */
  private static int side(int fanIn) {
    int side = 1;
    while (CandidateGrid.power(side + 1, fanIn) <= MOST_CELLS) {
      side++;
    }
    return side;
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "winner-take-all needs 1 to %d %s, got %d".formatted(most, name, value));
    }
  }

  private void draw(int[] inputs, Chance chance) {
    int[] pool = inputs.clone();
    Arrays.fill(source, x.length - 1);
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < fanIn; i++) {
        int other = i + chance.index(pool.length - i);
        int kept = pool[i];
        pool[i] = pool[other];
        pool[other] = kept;
        source[g * MOST_FAN_IN + i] = pool[i];
      }
    }
    for (int k = 0; k < groups * prototypes; k++) {
      for (int i = 0; i < fanIn; i++) {
        prototype[k * MOST_FAN_IN + i] = (float) (SPREAD * chance.normal());
      }
    }
  }

  private void findCandidates() {
    int filled = 0;
    for (int g = 0; g < groups; g++) {
      byte[][] lists = new CandidateGrid(prototypesOf(g), edges()).lists();
      for (int c = 0; c < cells; c++) {
        boolean fits = lists[c].length <= SHORT;
        shortlist[g * cells + c] = fits ? packed(lists[c]) : appended(lists[c], filled);
        filled += fits ? 0 : lists[c].length;
      }
    }
  }

  /** Eight bytes; a shorter list repeats its last candidate. */
  private static long packed(byte[] list) {
    long bytes = 0;
    for (int n = SHORT - 1; n >= 0; n--) {
      bytes = (bytes << 8) | list[Math.min(n, list.length - 1)];
    }
    return bytes;
  }

  /** Where a list of many was put, and its length; as a negative number. */
  private long appended(byte[] list, int at) {
    if (at + list.length > longlists.length) {
      longlists = Arrays.copyOf(longlists, 2 * (at + list.length));
    }
    System.arraycopy(list, 0, longlists, at, list.length);
    return ~(((long) at << 8) | list.length);
  }

  private float[][] prototypesOf(int group) {
    float[][] of = new float[prototypes][];
    for (int k = 0; k < prototypes; k++) {
      int at = (group * prototypes + k) * MOST_FAN_IN;
      of[k] = Arrays.copyOfRange(prototype, at, at + fanIn);
    }
    return of;
  }

  private double[] edges() {
    double[] edge = new double[side + 1];
    for (int c = 1; c < side; c++) {
      edge[c] = c / (double) cellsPerUnit - FIRST_EDGE;
    }
    edge[0] = -RunningNorm.WIDEST;
    edge[side] = RunningNorm.WIDEST;
    return edge;
  }

  /** Number of units. */
  int size() {
    return groups * prototypes;
  }

  /** Number of groups, and of winners. */
  int groups() {
    return groups;
  }

  /**
   * Finds who fires.
   *
   * @param scaled x, within +-10
   * @param winners filled [group] with the units that fire
   */
  void fill(double[] scaled, int[] winners) {
    for (int i = 0; i < scaled.length; i++) {
      x[i] = (float) scaled[i];
      int c = (int) ((x[i] + (float) FIRST_EDGE) * cellsPerUnit);
      place[i] = Math.max(0, Math.min(side - 1, c));
    }
    for (int g = 0; g < groups; g++) {
      winners[g] = g * prototypes + winner(g);
    }
  }

  private int winner(int group) {
    int wire = group * MOST_FAN_IN;
    int cell = 0;
    for (int i = 0; i < fanIn; i++) {
      cell = cell * side + place[source[wire + i]];
    }
    float a = x[source[wire]];
    float b = x[source[wire + 1]];
    float c = x[source[wire + 2]];
    float d = x[source[wire + 3]];
    int first = wire * prototypes;
    long list = shortlist[group * cells + cell];
    return list < 0 ? nearestOfMany(first, a, b, c, d, ~list) : nearest(first, a, b, c, d, list);
  }

  private int nearest(int first, float a, float b, float c, float d, long list) {
    int last = (int) (list >> 24) & 0xff;
    long best =
        Math.min(
            Math.min(
                ranked(first, a, b, c, d, (int) list & 0xff),
                ranked(first, a, b, c, d, (int) (list >> 8) & 0xff)),
            Math.min(
                ranked(first, a, b, c, d, (int) (list >> 16) & 0xff),
                ranked(first, a, b, c, d, last)));
    int next = (int) (list >> 32) & 0xff;
    return (int) (next == last ? best : Math.min(best, nearestOfRest(first, a, b, c, d, list)));
  }

  private long nearestOfRest(int first, float a, float b, float c, float d, long list) {
    return Math.min(
        Math.min(
            ranked(first, a, b, c, d, (int) (list >> 32) & 0xff),
            ranked(first, a, b, c, d, (int) (list >> 40) & 0xff)),
        Math.min(
            ranked(first, a, b, c, d, (int) (list >> 48) & 0xff),
            ranked(first, a, b, c, d, (int) (list >> 56) & 0xff)));
  }

  private int nearestOfMany(int first, float a, float b, float c, float d, long where) {
    long best = Long.MAX_VALUE;
    int from = (int) (where >> 8);
    int to = from + ((int) where & 0xff);
    for (int n = from; n < to; n++) {
      best = Math.min(best, ranked(first, a, b, c, d, longlists[n]));
    }
    return (int) best;
  }

  /** Rises with the squared distance, and with the number among equal distances. */
  private long ranked(int first, float a, float b, float c, float d, int k) {
    int p = first + k * MOST_FAN_IN;
    float da = prototype[p] - a;
    float db = prototype[p + 1] - b;
    float dc = prototype[p + 2] - c;
    float dd = prototype[p + 3] - d;
    float squared = (da * da + db * db) + (dc * dc + dd * dd);
    return ((long) Float.floatToRawIntBits(squared) << 32) | k;
  }

  /**
   * Wires of inputs that are not needed move to others that are and that their group does not look
   * at yet, or are left unused. Prototypes stay, so that nothing is searched for anew.
   */
  void rewire(InputRelevance relevance, Chance chance) {
    for (int g = 0; g < groups; g++) {
      for (int wire = g * MOST_FAN_IN; wire < g * MOST_FAN_IN + fanIn; wire++) {
        if (!relevance.isNeeded(source[wire])) {
          source[wire] = another(g, relevance, chance);
        }
      }
    }
  }

  /** One of those that would be new to a group, all alike likely. */
  private int another(int group, InputRelevance relevance, Chance chance) {
    int found = x.length - 1;
    int count = 0;
    for (int i = 0; i < x.length - 1; i++) {
      if (relevance.isNeeded(i) && !sees(group, i) && chance.index(++count) == 0) {
        found = i;
      }
    }
    return found;
  }

  /** Whether a group looks at an input. */
  boolean sees(int group, int input) {
    boolean found = false;
    for (int i = 0; i < fanIn; i++) {
      found |= source[group * MOST_FAN_IN + i] == input;
    }
    return found;
  }

  void save(StateWriter out, String name) {
    double[] wires = out.room(out.name(name, ".source"), source.length);
    for (int i = 0; i < wires.length; i++) {
      wires[i] = source[i];
    }
    Floats.save(out, out.name(name, ".prototype"), prototype);
  }

  /** Takes the wiring back: it belongs to the weights, whatever seed made this expansion. */
  void load(StateReader in, String name) {
    String wires = in.name(name, ".source");
    for (int i = 0; i < source.length; i++) {
      source[i] = Math.clamp((long) in.get(wires, source.length, i), 0, x.length - 1);
    }
    float[] before = prototype.clone();
    Floats.load(in, in.name(name, ".prototype"), prototype);
    if (!Arrays.equals(before, prototype)) {
      findCandidates();
    }
  }
}
