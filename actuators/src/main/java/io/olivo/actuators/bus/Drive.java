package io.olivo.actuators.bus;

import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusTask;
import io.olivo.sensors.bus.TripleBuffer;

/**
 * Hands the newest command to one actuator at its own rate. It lets go before the first command,
 * when none came for long (a loop that hangs or has died), and at the end.
 */
public final class Drive extends BusTask {
  private static final int LOOKS_PER_HOLD = 4;
  private static final long LOOK_NANOS = 200_000; // for the next of a flow of commands

  private final DrivenActuator actuator;
  private final long holdNanos;
  private final TripleBuffer wanted;
  private final TripleBuffer done;
  private final double[] values;
  private long lastNanos; // transfer
  private boolean owed = true; // none yet, or the last failed

  /**
   * @param actuator who is driven
   * @param rateHertz how often, at most
   * @param holdSeconds how long a command holds without a newer one [s]
   */
  public Drive(DrivenActuator actuator, double rateHertz, double holdSeconds) {
    super(actuator, rateHertz);
    if (!(holdSeconds > 0)) {
      throw new IllegalArgumentException(
          "%s: a command must hold for more than 0 s, got %s"
              .formatted(actuator.name(), holdSeconds));
    }
    this.actuator = actuator;
    holdNanos = Math.round(holdSeconds * 1e9);
    values = new double[actuator.inputs().size()];
    wanted = new TripleBuffer(values.length);
    done = new TripleBuffer(values.length);
  }

  /** Who is driven. */
  public DrivenActuator actuator() {
    return actuator;
  }

  /** A command, or none for so long that it has to be looked whether there is still a loop. */
  @Override
  protected boolean hasWork(long nowNanos) {
    return owed || wanted.isFresh() || nowNanos - lastNanos >= holdNanos / LOOKS_PER_HOLD;
  }

  @Override
  protected long idleNanos(long nowNanos) {
    return holds(wanted.stampNanos(), nowNanos) ? LOOK_NANOS : super.idleNanos(nowNanos);
  }

  @Override
  protected void transfer(long nowNanos) throws BusException {
    owed = true;
    wanted.take();
    if (holds(wanted.stampNanos(), nowNanos)) {
      write(nowNanos);
    } else {
      actuator.release();
    }
    lastNanos = nowNanos;
    owed = false;
  }

  private void write(long nowNanos) throws BusException {
    for (int i = 0; i < values.length; i++) {
      values[i] = wanted.value(i);
    }
    actuator.write(values);
    done.publish(values, nowNanos);
  }

  private boolean holds(long stampNanos, long nowNanos) {
    return stampNanos != SampleFrame.NEVER && nowNanos - stampNanos <= holdNanos;
  }

  @Override
  protected void end() {
    try {
      actuator.release();
    } catch (BusException e) {
      // Nobody is left to be told: whoever does not answer now keeps its last command.
    }
  }

  /** By the loop: the command from now on. */
  void offer(double[] newest, long nowNanos) {
    wanted.publish(newest, nowNanos);
  }

  /** By the loop, once a tick before {@link #applied}. */
  void takeDone() {
    done.take();
  }

  /**
   * By the loop: what becomes of a command; of an actuator that does not answer any more it is the
   * last that it took.
   */
  double applied(int input, double value, long nowNanos) {
    boolean answers = holds(done.stampNanos(), nowNanos) || done.stampNanos() == SampleFrame.NEVER;
    return actuator.rounded(input, answers ? value : done.value(input));
  }
}
