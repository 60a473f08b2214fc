package io.olivo.sensors.bus.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A line that somebody drives, or that is driven. It may fail to be read or written. */
public final class EmulatedLine implements DigitalLine {
  private final @Nullable BooleanSupplier driven; // of an input
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;
  private boolean high; // of an output

  private EmulatedLine(@Nullable BooleanSupplier driven, long seed) {
    this.driven = driven;
    chance = new SplittableRandom(seed);
  }

  /**
   * An input.
   *
   * @param driven whether it is high
   * @param seed of everything that goes wrong
   */
  public static EmulatedLine input(BooleanSupplier driven, long seed) {
    return new EmulatedLine(driven, seed);
  }

  /**
   * An output, low at first.
   *
   * @param seed of everything that goes wrong
   */
  public static EmulatedLine output(long seed) {
    return new EmulatedLine(null, seed);
  }

  /** What goes wrong from now on: no answer is a board that says an error. */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  @Override
  public boolean read() throws BusException {
    maybeFail();
    return driven == null ? high : driven.getAsBoolean();
  }

  @Override
  public void write(boolean newHigh) throws BusException {
    maybeFail();
    if (driven != null) {
      throw new BusException("an input cannot be written");
    }
    high = newHigh;
  }

  private void maybeFail() throws BusException {
    if (mishaps.noAnswer() > 0 && chance.nextDouble() < mishaps.noAnswer()) {
      throw new BusException("the line cannot be reached");
    }
  }
}
