package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;

/**
 * Notices that an error that used to be small stays large: a cumulative sum that cannot fall below
 * 0.
 *
 * <pre>
 * s    += share (x - s)                          the usual error, slow
 * m     = max(0, m + min(x / s, most) - 1 - slack)
 * alarm : m &gt; limit, then m = 0 and s begins anew
 * </pre>
 *
 * <p>x &gt;= 0 is the size of the error of one tick. m is what Page calls the sum less its least
 * value; the error is told in multiples of the usual one, so that slack and limit need no unit.
 * Source: Page (1954), Biometrika 41:100, sec. 2; Hinkley (1971), Biometrika 58:509. Departs in
 * bounding a tick's share, so that no single glitch is a change.
 */
@HotPath
public final class ChangeDetector implements Stateful {
  private static final double USUAL_SECONDS = 5;
  private static final double USUAL_SLACK = .5;
  private static final double USUAL_MOST = 10;
  private static final double USUAL_LIMIT_SECONDS = .3;

  private final double share;
  private final double slack;
  private final double most;
  private final double limit;
  private final long warmUp;
  private double usual; // s
  private double sum; // m
  private long samples;
  private long alarms;

  /**
   * With usual constants.
   *
   * @param dtSeconds time between two errors
   */
  public ChangeDetector(double dtSeconds) {
    this(USUAL_SECONDS / dtSeconds, USUAL_SLACK, USUAL_MOST, USUAL_LIMIT_SECONDS / dtSeconds);
  }

  /**
   * One that has seen nothing.
   *
   * @param usualTicks time constant of what is usual [ticks]
   * @param slack how much more than usual is still usual [1]
   * @param most largest multiple of the usual that counts [1]
   * @param limit of the sum [ticks]
   */
  public ChangeDetector(double usualTicks, double slack, double most, double limit) {
    share = 1 / usualTicks;
    this.slack = slack;
    this.most = most;
    this.limit = limit;
    warmUp = (long) usualTicks;
  }

  /**
   * Shows it the size of one error.
   *
   * @return whether there was a change
   */
  public boolean sees(double x) {
    if (!Double.isFinite(x)) {
      return false;
    }
    samples++;
    if (samples <= warmUp) {
      usual += (x - usual) / samples;
      return false;
    }
    double multiple = usual > 0 ? Math.min(x / usual, most) : 1;
    usual += share * (Math.min(x, most * usual) - usual);
    sum = Math.max(0, sum + multiple - 1 - slack);
    if (sum <= limit) {
      return false;
    }
    alarms++;
    begin();
    return true;
  }

  private void begin() {
    sum = 0;
    usual = 0;
    samples = 0;
  }

  /** How many changes there were. */
  public long alarms() {
    return alarms;
  }

  @Override
  public void save(StateWriter out) {
    double[] all = out.room("change", 4);
    all[0] = usual;
    all[1] = sum;
    all[2] = samples;
    all[3] = alarms;
  }

  @Override
  public void load(StateReader in) {
    double[] all = new double[4];
    in.get("change", all);
    usual = all[0];
    sum = all[1];
    samples = (long) all[2];
    alarms = (long) all[3];
  }
}
