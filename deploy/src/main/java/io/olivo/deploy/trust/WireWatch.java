package io.olivo.deploy.trust;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.sensors.Channel;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Sits on the wire between a loop and its actuators and knows nothing but the limits. It counts
 * commands that are not allowed, and sees when the safe values are reached.
 *
 * <pre>
 * allowed: min &lt;= u &lt;= max  and
 *          |u - before| &lt;= rate dt,  or u goes straight to the safe value and no faster than
 *          |way| / safe.within, where the way began at the last other command
 * </pre>
 */
public final class WireWatch implements ActuatorIo {
  private static final double ROUNDING = 1e-9; // of the range

  private final ActuatorIo inner;
  private final ActuatorLimits[] limits;
  private final LongSupplier clock;
  private final double[] before; // [actuator]
  private final double[] way; // [actuator] to the safe value, where the way there began
  private long beforeNanos = Long.MIN_VALUE;
  private long violations;
  private long safeSinceNanos = Long.MIN_VALUE;
  private boolean watching = true;

  /**
   * @param inner takes the commands
   * @param limits of every actuator, in its order
   * @param clock the true robot time, whatever the loop believes
   */
  public WireWatch(ActuatorIo inner, List<ActuatorLimits> limits, LongSupplier clock) {
    this.inner = inner;
    this.limits = limits.toArray(new ActuatorLimits[0]);
    this.clock = clock;
    before = new double[this.limits.length];
    way = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = this.limits[i].safe();
    }
  }

  @Override
  public List<Channel> channels() {
    return inner.channels();
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    if (watching) {
      look(command, clock.getAsLong());
    }
    inner.write(command, applied, nowNanos);
  }

  private void look(double[] command, long nowNanos) {
    double dt = beforeNanos == Long.MIN_VALUE ? 0 : (nowNanos - beforeNanos) * 1e-9;
    boolean allSafe = true;
    for (int i = 0; i < before.length; i++) {
      violations += isAllowed(i, command[i], dt) ? 0 : 1;
      allSafe &= Math.abs(command[i] - limits[i].safe()) <= rounding(i);
      before[i] = command[i];
    }
    boolean first = allSafe && safeSinceNanos == Long.MIN_VALUE;
    safeSinceNanos = !allSafe ? Long.MIN_VALUE : first ? nowNanos : safeSinceNanos;
    beforeNanos = nowNanos;
  }

  private boolean isAllowed(int i, double command, double dtSeconds) {
    boolean inRange = command >= limits[i].min() && command <= limits[i].max(); // refuses NaN
    double change = Math.abs(command - before[i]);
    boolean slow =
        beforeNanos == Long.MIN_VALUE
            || change <= limits[i].ratePerSecond() * dtSeconds + rounding(i);
    return inRange && (isOnTheWayToSafe(i, command, dtSeconds) || slow);
  }

  private boolean isOnTheWayToSafe(int i, double command, double dtSeconds) {
    double left = limits[i].safe() - before[i];
    double step = command - before[i];
    boolean straight = step * left >= 0 && Math.abs(step) <= Math.abs(left) + rounding(i);
    way[i] = straight ? Math.max(way[i], Math.abs(left)) : 0;
    double within = limits[i].safeWithinSeconds();
    return straight
        && (within == 0
            ? Math.abs(step - left) <= rounding(i)
            : Math.abs(step) <= way[i] / within * dtSeconds + rounding(i));
  }

  private double rounding(int i) {
    return ROUNDING * (limits[i].max() - limits[i].min());
  }

  /** Commands outside range or rate so far, actuator by actuator. */
  public long violations() {
    return violations;
  }

  /** Whether every actuator is told its safe value now. */
  public boolean isSafe() {
    return safeSinceNanos != Long.MIN_VALUE;
  }

  /** The run is over: time stands still, and what comes now comes by the wall clock. */
  public void end() {
    watching = false;
  }

  @Override
  public void close() {
    inner.close();
  }
}
