package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Notices that a number is larger than usual for long: a cumulative sum that cannot fall below 0.
 *
 * <pre>
 * m   = m + (x - m) / T,   s^2 = s^2 + ((x - m)^2 - s^2) / T       T = 5000 steps
 * sum = max(0, sum + (x - m) / s - .25);   alarm: sum &gt; 300, then all begins anew
 * </pre>
 *
 * <p>In the first T steps m and s are plain means, and there is no alarm. A quarter of a standard
 * deviation more than usual is still usual, and so is what learning does by and by. Units: those of
 * x. Source: Page (1954), Biometrika 41:100, sec. 2.
 */
@HotPath
final class MeanShift {
  private static final double USUAL = 5000; // steps
  private static final double SLACK = .25; // standard deviations
  private static final double LIMIT = 300; // standard deviations times steps

  private double mean; // m
  private double square; // s^2
  private double sum;
  private long steps;
  private long alarms;

  /** Takes one more number; whether there was a change. */
  boolean sees(double x) {
    steps++;
    double share = 1 / Math.min((double) steps, USUAL);
    double off = x - mean;
    if (steps > USUAL && square > 0) {
      sum = Math.max(0, sum + off / Math.sqrt(square) - SLACK);
    }
    mean += share * off;
    square += share * (off * off - square);
    if (sum <= LIMIT) {
      return false;
    }
    alarms++;
    begin();
    return true;
  }

  private void begin() {
    mean = 0;
    square = 0;
    sum = 0;
    steps = 0;
  }

  /** How many changes there were. */
  long alarms() {
    return alarms;
  }

  void save(StateWriter out, String name) {
    double[] all = out.room(name, 5);
    all[0] = mean;
    all[1] = square;
    all[2] = sum;
    all[3] = steps;
    all[4] = alarms;
  }

  void load(StateReader in, String name) {
    double[] all = new double[5];
    in.get(name, all);
    mean = all[0];
    square = all[1];
    sum = all[2];
    steps = (long) all[3];
    alarms = (long) all[4];
  }
}
