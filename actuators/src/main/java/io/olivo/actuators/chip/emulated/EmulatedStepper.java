package io.olivo.actuators.chip.emulated;

import io.olivo.actuators.chip.Pause;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import java.util.function.BooleanSupplier;

/**
 * A stepper with its driver. It steps when its step line goes high, which it knows here when the
 * line is low again; but not when the pulse is too short, when the direction changed too shortly
 * before, or when the step comes too soon after the one before: then the step is lost.
 */
public final class EmulatedStepper implements Pause {
  private final long pulseNanos;
  private final long stepNanos;
  private final BooleanSupplier works;
  private long nowNanos;
  private boolean enabled;
  private boolean forward;
  private long turnedNanos = -1_000_000_000;
  private boolean high;
  private long raisedNanos;
  private boolean follows; // the step that was begun
  private long steppedNanos = -1_000_000_000;
  private int steps;
  private long lost;

  /**
   * @param pulseNanos shortest pulse, and shortest time from a direction to a step [ns]
   * @param stepNanos shortest time from step to step that the motor follows [ns]
   * @param works whether a line can be written, asked every time
   */
  public EmulatedStepper(long pulseNanos, long stepNanos, BooleanSupplier works) {
    this.pulseNanos = pulseNanos;
    this.stepNanos = stepNanos;
    this.works = works;
  }

  /** Where it is [steps]. */
  public int steps() {
    return steps;
  }

  /** Steps it was told and did not make. */
  public long lost() {
    return lost;
  }

  /** Whether it holds its angle. */
  public boolean holds() {
    return enabled;
  }

  /** Time passes [ns]. */
  @Override
  public void nanos(long nanos) {
    nowNanos += nanos;
  }

  /** Its time [ns]. */
  public long nowNanos() {
    return nowNanos;
  }

  /** Its line STEP. */
  public DigitalLine step() {
    return new Line(() -> high, this::step);
  }

  /** Its line DIR. */
  public DigitalLine direction() {
    return new Line(() -> forward, this::turn);
  }

  /** Its line ENABLE, the right way round. */
  public DigitalLine enable() {
    return new Line(() -> enabled, on -> enabled = on);
  }

  private void turn(boolean newForward) {
    turnedNanos = newForward != forward ? nowNanos : turnedNanos;
    forward = newForward;
  }

  private void step(boolean newHigh) {
    if (newHigh && !high) {
      raise();
    } else if (high && !newHigh) {
      end();
    }
    high = newHigh;
  }

  private void raise() {
    raisedNanos = nowNanos;
    follows =
        enabled && nowNanos - turnedNanos >= pulseNanos && nowNanos - steppedNanos >= stepNanos;
  }

  private void end() {
    if (follows && nowNanos - raisedNanos >= pulseNanos) {
      steps += forward ? 1 : -1;
      steppedNanos = raisedNanos;
    } else {
      lost++;
    }
  }

  private interface Level {
    void set(boolean high);
  }

  private final class Line implements DigitalLine {
    private final BooleanSupplier level;
    private final Level set;

    Line(BooleanSupplier level, Level set) {
      this.level = level;
      this.set = set;
    }

    @Override
    public boolean read() {
      return level.getAsBoolean();
    }

    @Override
    public void write(boolean newHigh) throws BusException {
      if (!works.getAsBoolean()) {
        throw new BusException("the line is gone");
      }
      set.set(newHigh);
    }
  }
}
