package io.olivo.learning;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Random numbers that are the same on every processor and every Java release. Nobody below the loop
 * asks a global generator.
 *
 * <p>Source: SplitMix64, Steele, Lea and Flood (2014), "Fast splittable pseudorandom number
 * generators"; normal numbers by the polar method, Marsaglia and Bray (1964).
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  /** Different seeds give different streams. */
  public Chance(long seed) {
    state = seed;
  }

  /** The next 64 random bits. */
  public long bits() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in 0 .. bound - 1. */
  public int index(int bound) {
    return (int) (uniform() * bound);
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double normal() {
    double x;
    double square;
    do {
      x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }

  /** Writes where the stream stands. */
  public void save(StateWriter out, String name) {
    out.put(name, state);
  }

  /** Goes on where the saved stream stood. */
  public void load(StateReader in, String name) {
    state = in.getLong(name);
  }
}
