package io.olivo.sensors.chip;

/**
 * Counts the edges of two lines a quarter of a period apart, four to a period:
 *
 * <pre>
 * A  0 1 1 0
 * B  0 0 1 1   forward, and the other way backward
 * </pre>
 *
 * <p>When both lines changed since it looked last, it looked too late: two edges or more went by,
 * nobody knows which way. It counts none of them, and tells that some were missed.
 */
final class QuadratureDecoder {
  private static final int PHASES = 4;

  private int phase;
  private long count;
  private long missed;

  /** Where the lines are; edges before are not counted. */
  void begin(boolean a, boolean b) {
    phase = phase(a, b);
  }

  /** Looks at the lines. */
  void next(boolean a, boolean b) {
    int newPhase = phase(a, b);
    switch (Math.floorMod(newPhase - phase, PHASES)) {
      case 1 -> count++;
      case 3 -> count--;
      case 2 -> missed++;
      default -> {} // nothing changed
    }
    phase = newPhase;
  }

  private static int phase(boolean a, boolean b) {
    if (a) {
      return b ? 2 : 1;
    }
    return b ? 3 : 0;
  }

  /** Edges forward less those backward. */
  long count() {
    return count;
  }

  /** Looks that came too late. */
  long missed() {
    return missed;
  }

  /** Nobody looked for a while. */
  void miss() {
    missed++;
  }
}
