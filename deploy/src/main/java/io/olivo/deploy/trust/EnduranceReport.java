package io.olivo.deploy.trust;

import java.util.List;

/**
 * What hours of faults came to.
 *
 * @param robotSeconds how long it ran
 * @param faults how many things broke
 * @param pauses how often it stood still and went on by itself
 * @param stops how often it had to be armed again
 * @param freezes how often the guard held the learning
 * @param rollbacks how often the guard went back
 * @param violations commands outside range or rate
 * @param stoodSeconds how long it sent the safe command in all
 * @param putBack how often somebody had to put the robot back before it could be armed
 * @param marks at the start and after every hour
 */
public record EnduranceReport(
    double robotSeconds,
    long faults,
    long pauses,
    long stops,
    long freezes,
    long rollbacks,
    long violations,
    double stoodSeconds,
    long putBack,
    List<Mark> marks) {
  /** The error may be so many times that of the first hour: which faults came differs. */
  public static final double MOST_RATIO = 1.25;

  /** The heap may grow by so much in all [bytes]. */
  public static final long MOST_GROWTH = 8L << 20;

  /**
   * One moment.
   *
   * @param seconds robot time
   * @param heapBytes in use after a collection
   * @param largestWeight of all that was learned
   * @param error root mean square of the true error in the hour before, where nothing had been
   *     broken for a while; NaN at the start
   */
  public record Mark(double seconds, long heapBytes, double largestWeight, double error) {}

  /** Keeps its own copy. */
  public EnduranceReport {
    marks = List.copyOf(marks);
  }

  /** How much more heap is in use than at the start [bytes]. */
  public long growth() {
    return marks.getLast().heapBytes() - marks.getFirst().heapBytes();
  }

  /** Error of the last hour over that of the first. */
  public double errorRatio() {
    return marks.getLast().error() / marks.get(1).error();
  }

  /** Whether nothing grew, nothing was forgotten and no command was outside. */
  public boolean passed() {
    boolean bounded = marks.stream().allMatch(mark -> Double.isFinite(mark.largestWeight()));
    return violations == 0 && bounded && growth() <= MOST_GROWTH && errorRatio() <= MOST_RATIO;
  }
}
