package io.olivo.actuators.servo;

import io.olivo.actuators.bus.DrivenActuator;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A chain whose servos go to their first goals slowly whenever the torque comes: nobody knows where
 * the arm was left. A servo that has arrived follows its goals as fast as it can.
 *
 * <p>Until then the loop takes a goal for done that is only on its way.
 */
public final class GentleStart implements DrivenActuator {
  private final ServoChain chain;
  private final double speed; // rad/s
  private final LongSupplier clock;
  private final double[] told; // [servo] rad
  private final boolean[] arrived; // [servo]
  private long armings;
  private long lastNanos;

  /**
   * @param chain of servos
   * @param speed on the way to the first goals [rad/s]
   * @param clock of its turns [ns]
   */
  public GentleStart(ServoChain chain, double speed, LongSupplier clock) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("servos start with more than 0 rad/s, got " + speed);
    }
    this.chain = chain;
    this.speed = speed;
    this.clock = clock;
    told = new double[chain.inputs().size()];
    arrived = new boolean[told.length];
  }

  @Override
  public String name() {
    return chain.name();
  }

  @Override
  public List<Measure> inputs() {
    return chain.inputs();
  }

  @Override
  public double begin(int step) throws BusException {
    return chain.begin(step);
  }

  @Override
  public void write(double[] goals) throws BusException {
    long now = clock.getAsLong();
    if (chain.armings() != armings) {
      armings = chain.armings();
      beginAtPresent();
    }
    approach(goals, speed * (now - lastNanos) * 1e-9);
    lastNanos = now;
    chain.write(told);
  }

  private void beginAtPresent() {
    for (int i = 0; i < told.length; i++) {
      told[i] = chain.position(i);
      arrived[i] = false;
    }
  }

  private void approach(double[] goals, double most) throws BusException {
    for (int i = 0; i < told.length; i++) {
      double way = goals[i] - told[i];
      if (!Double.isFinite(way)) {
        throw new BusException("%s: a goal is %s".formatted(name(), goals[i]));
      }
      arrived[i] |= Math.abs(way) <= most;
      told[i] = arrived[i] ? goals[i] : told[i] + Math.copySign(most, way);
    }
  }

  @Override
  public void release() throws BusException {
    chain.release();
  }

  @Override
  public double rounded(int input, double value) {
    return chain.rounded(input, value);
  }
}
