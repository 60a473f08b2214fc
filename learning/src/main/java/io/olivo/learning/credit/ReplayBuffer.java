package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * A fair sample of all (input, target) pairs seen: each is in it with the same chance, however long
 * the stream.
 *
 * <pre>
 * t &lt;= size   the t-th pair goes to place t
 * t &gt; size    j = random in 1 .. t;  if j &lt;= size the pair replaces the one at place j
 * </pre>
 *
 * <p>Shapes: inputs [place][input], targets [place][output]. Source: Vitter (1985), ACM TOMS 11:37,
 * algorithm R. Departs in nothing.
 */
@HotPath
public final class ReplayBuffer implements Stateful {
  private final double[][] input;
  private final double[][] target;
  private final Chance chance;
  private long seen;
  private int size;
  private int drawn;

  /**
   * An empty one.
   *
   * @param places how many pairs it keeps
   * @param chance its own randomness, which it keeps and saves
   */
  public ReplayBuffer(int places, int inputs, int outputs, Chance chance) {
    input = new double[places][inputs];
    target = new double[places][outputs];
    this.chance = chance;
  }

  /** Shows it a pair. */
  public void offer(double[] x, double[] y) {
    if (input.length == 0) {
      return;
    }
    seen++;
    long place = size < input.length ? size++ : (long) (chance.uniform() * seen);
    if (place < input.length) {
      Rows.copy(x, input[(int) place]);
      Rows.copy(y, target[(int) place]);
    }
  }

  /** Picks a pair for {@link #input} and {@link #target}; false when there is none. */
  public boolean draw() {
    if (size == 0) {
      return false;
    }
    drawn = chance.index(size);
    return true;
  }

  /** The input of the pair drawn last. Not to be changed. */
  public double[] input() {
    return input[drawn];
  }

  /** The target of the pair drawn last. Not to be changed. */
  public double[] target() {
    return target[drawn];
  }

  /** How many pairs there are. */
  public int size() {
    return size;
  }

  /** Forgets all pairs. */
  public void clear() {
    size = 0;
    seen = 0;
    drawn = 0;
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "replay.chance");
    double[] clocks = out.room("replay.clocks", 2);
    clocks[0] = seen;
    clocks[1] = size;
    out.put("replay.input", input);
    out.put("replay.target", target);
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "replay.chance");
    double[] clocks = new double[2];
    in.get("replay.clocks", clocks);
    seen = (long) clocks[0];
    size = Math.clamp((long) clocks[1], 0, input.length);
    drawn = 0;
    in.get("replay.input", input);
    in.get("replay.target", target);
  }
}
