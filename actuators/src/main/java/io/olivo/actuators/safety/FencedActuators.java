package io.olivo.actuators.safety;

import io.olivo.actuators.ActuatorIo;
import io.olivo.sensors.Channel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A fence between a loop and its actuators that another thread can close. When the loop hangs, the
 * supervisor closes it and sends the safe values itself; whatever the loop writes when it wakes up
 * is refused until the loop itself has opened the fence again, at a standstill.
 *
 * <p>A write that hung in the middle cannot be called back. The moment it returns, the safe values
 * follow it.
 */
public final class FencedActuators implements ActuatorIo {
  private static final int OPEN = 0;
  private static final int WRITING = 1;
  private static final int SEIZED = 2;

  private final ActuatorIo inner;
  private final double[] safe; // [actuator]
  private final double[] sent; // [actuator] of the supervisor
  private final AtomicInteger gate = new AtomicInteger(OPEN);
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param inner what takes the commands
   * @param envelope tells the safe values
   */
  public FencedActuators(ActuatorIo inner, SafetyEnvelope envelope) {
    this.inner = inner;
    safe = new double[envelope.size()];
    sent = new double[safe.length];
    for (int i = 0; i < safe.length; i++) {
      safe[i] = envelope.limits(i).safe();
    }
  }

  @Override
  public List<Channel> channels() {
    return inner.channels();
  }

  /** The loop's door. */
  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    if (!gate.compareAndSet(OPEN, WRITING)) {
      refused.incrementAndGet();
      System.arraycopy(safe, 0, applied, 0, safe.length);
      return;
    }
    inner.write(command, applied, nowNanos);
    if (!gate.compareAndSet(WRITING, OPEN)) {
      refused.incrementAndGet();
      inner.write(safe, applied, nowNanos);
    }
  }

  /**
   * Closes the fence and sends the safe values, at once and whatever the rate; to be repeated while
   * the loop is silent.
   *
   * @param nowNanos time to tell the actuators
   */
  public void seize(long nowNanos) {
    gate.set(SEIZED);
    inner.write(safe, sent, nowNanos);
  }

  /** Whether the supervisor has closed it. */
  public boolean isSeized() {
    return gate.get() == SEIZED;
  }

  /** Opens it; only for the loop's thread, when its commands begin at the safe values again. */
  public void release() {
    gate.set(OPEN);
  }

  /** How many writes of the loop were refused or overwritten. */
  public long refused() {
    return refused.get();
  }

  @Override
  public void close() {
    inner.close();
  }
}
