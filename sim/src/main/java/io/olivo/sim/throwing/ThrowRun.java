package io.olivo.sim.throwing;

import io.olivo.learning.Chance;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** The run of a {@link ThrowTrial}. */
final class ThrowRun {
  private static final double DRAG = .057; // of a ball of foam, 7 cm and 20 g [1/m]
  private static final double STRONGEST_WIND = 2; // against the throw [m/s]
  private static final double HEAVIEST = .7; // kg
  private static final int SAME_LOAD = 25; // throws

  private final int count;
  private final Teachers who;
  private final Chance luck; // of targets and loads
  private final ThrowingArm arm;
  private final Thrower thrower;
  private final double[] miss; // of every throw [m]
  private long nanos;

  ThrowRun(int count, Teachers who, ThrowSettings settings, Chance chance) {
    this.count = count;
    this.who = who;
    luck = new Chance(chance.bits());
    arm = new ThrowingArm(new Ball(DRAG, -chance.uniform(0, STRONGEST_WIND)));
    thrower = new Throwers(settings, new Chance(chance.bits())).of(who, arm);
    miss = new double[count];
  }

  ThrowOutcome run(long seed, LongConsumer done) {
    long begin = System.nanoTime();
    int late = (int) Math.ceilDiv(thrower.prepare(), ThrowingArm.ticks());
    Arrays.fill(miss, 0, Math.min(late, count), Double.NaN);
    int block = count / ThrowTrial.BLOCKS;
    for (int k = 0; k < count; k++) {
      next(k, k < late);
      if ((k + 1) % block == 0) {
        done.accept(block);
      }
    }
    nanos = System.nanoTime() - begin;
    return new ThrowOutcome(
        seed, miss, nanos * 1e-3 / ((long) count * ThrowingArm.ticks()), arm.largestCommand());
  }

  /** The throws that were missed while the arm was measured are drawn all the same. */
  private void next(int k, boolean missed) {
    double mass = luck.uniform(0, HEAVIEST);
    double distance = luck.uniform(Throws.NEAR, Throws.FAR);
    if (k % SAME_LOAD == 0) {
      arm.load(mass);
    }
    if (!missed) {
      boolean learning = who.hasReward() && k < count - count / ThrowTrial.JUDGED;
      miss[k] = Math.abs(thrower.at(distance, learning) - distance);
    }
  }
}
