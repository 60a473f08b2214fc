package io.olivo.controller.reference;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * The bench arm reaches from target to target: minimum-jerk moves to q1 in U(-.1, 1.2), q2 in U(.3,
 * 1.7) rad within U(.5, .9) s, then .15 s of rest. After 4096 moves, almost an hour, it goes round
 * again.
 */
@HotPath
public final class Reach implements Trajectory {
  private static final int MOVES = 4096;
  private static final double REST = .15;
  private static final double[] HOME = {.3, 1.0};

  private final double[] begin = new double[MOVES + 1]; // [move] s
  private final double[] duration = new double[MOVES]; // [move] s, without the rest
  private final double[][] target = new double[MOVES][2]; // [move][joint] rad

  /** Draws all moves. */
  public Reach(Chance chance) {
    for (int i = 0; i < MOVES; i++) {
      target[i][0] = chance.uniform(-.1, 1.2);
      target[i][1] = chance.uniform(.3, 1.7);
      duration[i] = chance.uniform(.5, .9);
      begin[i + 1] = begin[i] + duration[i] + REST;
    }
  }

  @Override
  public int joints() {
    return 2;
  }

  @Override
  public void at(double seconds, double[] position) {
    double round = Math.floor(seconds / begin[MOVES]);
    double time = Math.max(0, seconds - round * begin[MOVES]); // rounding
    int found = Arrays.binarySearch(begin, time);
    int move = Math.min(found >= 0 ? found : -found - 2, MOVES - 1);
    double[] from = move > 0 ? target[move - 1] : round > 0 ? target[MOVES - 1] : HOME;
    double share = MinimumJerk.at((time - begin[move]) / duration[move]);
    for (int j = 0; j < position.length; j++) {
      position[j] = from[j] + (target[move][j] - from[j]) * share;
    }
  }
}
