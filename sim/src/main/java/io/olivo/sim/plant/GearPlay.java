package io.olivo.sim.plant;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Backlash between a motor and what it drives: after the torque has turned round, the rotor first
 * crosses the gap, and nothing is driven meanwhile.
 *
 * <pre>
 * gap of b at every change of the sign of u;   rotor: J dv/dt = |u|, from rest
 * T     = (sqrt(v^2 + 2 a g) - v) / a,   a = |u| / J      time to cross what is left, g
 * share = max(0, 1 - T / dt)                              of the tick in which u drives
 * </pre>
 *
 * <p>The rotor is taken to be at rest relative to what it drives when it lets go, and the impact is
 * left out. Units: b, g rad, v rad/s, u N m, J kg m^2. Source: Nordin and Gutman (2002), Automatica
 * 38:1633, sec. 2 (the dead zone between two masses); what is driven is too heavy here to be moved
 * by the rotor.
 */
@HotPath
final class GearPlay {
  private final double inertia; // J
  private double gap; // left, g
  private double speed; // v
  private double side; // sign of the torque that drove last; 0 before the first

  GearPlay(double inertia) {
    this.inertia = inertia;
  }

  /** The mean of a torque over a tick, as far as it drives. */
  double through(double torque, double width, double dtSeconds) {
    if (torque * side < 0) {
      gap = width;
      speed = 0;
    }
    side = torque == 0 ? side : Math.signum(torque);
    if (gap <= 0 || torque == 0) {
      return gap <= 0 ? torque : 0;
    }
    return torque * cross(Math.abs(torque) / inertia, dtSeconds);
  }

  /** Goes on through the gap; the share of the tick that is left beyond it. */
  private double cross(double acceleration, double dtSeconds) {
    double time = (Math.sqrt(speed * speed + 2 * acceleration * gap) - speed) / acceleration;
    if (time < dtSeconds) {
      gap = 0;
      return 1 - time / dtSeconds;
    }
    gap -= (speed + acceleration * dtSeconds / 2) * dtSeconds;
    speed += acceleration * dtSeconds;
    return 0;
  }

  /** Touches again. */
  void restart() {
    gap = 0;
    speed = 0;
    side = 0;
  }

  void save(StateWriter out, String name) {
    out.put(name, new double[] {gap, speed, side});
  }

  /** A state of before there was a gap has none. */
  void load(StateReader in, String name) {
    if (in.has(name)) {
      gap = in.get(name, 3, 0);
      speed = in.get(name, 3, 1);
      side = in.get(name, 3, 2);
    }
  }
}
