package io.olivo.sensors.bus.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** A counter that goes round at its ceiling. It counts on while it cannot be reached. */
public final class EmulatedCounter implements Counter {
  private final LongSupplier edges;
  private final long ceiling;
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;

  /**
   * @param edges how many there were, less those in the other direction
   * @param ceiling its largest count
   * @param seed of everything that goes wrong
   */
  public EmulatedCounter(LongSupplier edges, long ceiling, long seed) {
    this.edges = edges;
    this.ceiling = ceiling;
    chance = new SplittableRandom(seed);
  }

  /** What goes wrong from now on: no answer is a file that cannot be read. */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  @Override
  public long begin() throws BusException {
    maybeFail();
    return ceiling;
  }

  @Override
  public long read() throws BusException {
    maybeFail();
    return Math.floorMod(edges.getAsLong(), ceiling + 1);
  }

  private void maybeFail() throws BusException {
    if (mishaps.noAnswer() > 0 && chance.nextDouble() < mishaps.noAnswer()) {
      throw new BusException("the counter cannot be reached");
    }
  }
}
