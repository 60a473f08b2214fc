package io.olivo.sensors.filter;

/**
 * The angle within a turn, of an absolute encoder, into one that goes on. It takes the shorter way
 * round from sample to sample:
 *
 * <pre>
 * turns -= round((x - x') / 2 pi);  y = x + 2 pi turns
 * </pre>
 *
 * <p>That is certain only while the shaft cannot have gone half a turn meanwhile. After too many
 * ticks without a sample, or a step larger than the shaft can go, the turn is a guess: that sample
 * is NaN, which is no valid value of a channel, and is counted. It goes on from there; a turn too
 * many or too few is seen by the range of the channel.
 */
public final class Unwrap implements Filter {
  private static final double TURN = 2 * StrictMath.PI;

  private final double mostPerTick; // rad
  private double previous; // rad
  private double turns;
  private boolean started;
  private long doubts;

  /**
   * @param fastest the shaft can turn [rad/s], less than half a turn per tick
   * @param dtSeconds tick length
   */
  public Unwrap(double fastest, double dtSeconds) {
    mostPerTick = fastest * dtSeconds;
    if (!(dtSeconds > 0 && mostPerTick > 0 && mostPerTick < TURN / 2)) {
      throw new IllegalArgumentException(
          "between two ticks a shaft may go less than half a turn, got %s rad/s and %s s"
              .formatted(fastest, dtSeconds));
    }
  }

  /** The angle from the first sample on [rad]; NaN when its turn is a guess. */
  @Override
  public double next(double value, int ticks) {
    boolean certain = true;
    if (started) {
      double step = value - previous;
      double whole = Math.rint(step / TURN);
      double most = mostPerTick * ticks;
      certain = most < TURN / 2 && Math.abs(step - whole * TURN) <= most;
      turns -= whole;
    }
    previous = value;
    started = true;
    doubts += certain ? 0 : 1;
    return certain ? value + turns * TURN : Double.NaN;
  }

  /** How often the turn was a guess. */
  public long doubts() {
    return doubts;
  }

  @Override
  public void reset() {
    started = false;
    turns = 0;
  }

  @Override
  public double[] memory() {
    return new double[] {previous, turns, started ? 1 : 0};
  }

  @Override
  public void recall(double[] memory) {
    previous = memory[0];
    turns = memory[1];
    started = memory[2] != 0;
  }
}
