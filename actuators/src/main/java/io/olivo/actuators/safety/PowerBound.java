package io.olivo.actuators.safety;

/**
 * Keeps one actuator's mechanical power.
 *
 * <pre>
 * left = min(left + joules / seconds dt, joules)       energy that may still be spent [J]
 * most = min(watts, left / dt)                         power of this tick [W]
 * |u|  &lt;= most / |velocity|                            where u and velocity have one sign
 * left = left - max(u velocity, 0) dt
 * </pre>
 */
final class PowerBound {
  private final PowerLimit limit;
  private double left;

  PowerBound(PowerLimit limit) {
    this.limit = limit;
    left = limit.joules();
  }

  /** The command whose power is allowed. */
  double bound(double wanted, double velocity, double dtSeconds) {
    if (!(wanted * velocity > 0) || !(dtSeconds > 0)) {
      return wanted;
    }
    double most = Math.min(limit.watts(), left / dtSeconds) / Math.abs(velocity);
    return Math.abs(wanted) <= most ? wanted : Math.copySign(most, wanted);
  }

  /** Counts what a command spends. */
  void spend(double command, double velocity, double dtSeconds) {
    if (dtSeconds > 0 && Double.isFinite(velocity)) {
      double refilled = left + limit.joules() / limit.seconds() * dtSeconds;
      double spent = Math.max(command * velocity, 0) * dtSeconds;
      left = Math.clamp(refilled - spent, 0, limit.joules());
    }
  }

  double memory() {
    return left;
  }

  void recall(double joules) {
    left = joules >= 0 ? Math.min(joules, limit.joules()) : 0;
  }
}
