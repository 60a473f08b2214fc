package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stepper behind a driver with step and direction: A4988, DRV8825, TMC2209. Position 0 is where
 * it stood at the start; nobody measures whether it follows.
 *
 * <pre>
 * e = command - x              x: where it should be by now; half a step late at most
 * v to sign(e) min(speed, sqrt(2 acceleration |e|)), or to the commanded velocity,
 *   by at most acceleration dt
 * x = x + v dt                 a step whenever x is half a step ahead of the steps made
 * </pre>
 *
 * <p>It makes one step per turn at most, so it is no faster than its drive's rate: at 1 kHz 1000
 * steps a second, 5 turns a second in full steps of 1.8 degrees, 0.6 with 8 microsteps. The thread
 * of a bus comes late by 0.1 ms commonly and by some ms at times; steps come late with it, and are
 * not made up for in haste. For more than that a controller of motion is needed.
 */
public final class Stepper implements Motor {
  private final DigitalLine step;
  private final DigitalLine direction;
  private final @Nullable DigitalLine enable;
  private final StepScale scale;
  private final long pulseNanos;
  private final LongSupplier clock;
  private final Pause pause;
  private long made; // steps
  private double position; // x
  private double velocity; // v
  private long stampNanos;
  private boolean moving; // since when the time counts
  private boolean raised; // a pulse that is not over
  private int way; // of the direction line; 0 when unknown

  /**
   * @param step steps when it goes high
   * @param direction high to go forward
   * @param enable high to hold the motor; null when it is wired so that it always does. Most
   *     drivers enable when low: open the line so that it is the other way round
   * @param scale what a step is
   * @param pulseNanos shortest pulse, and time from a direction to a step: 1000 for an A4988, 1900
   *     for a DRV8825, 100 for a TMC2209 [ns]
   * @param clock that of the bus [ns]
   * @param pause between the edges
   */
  public Stepper(
      DigitalLine step,
      DigitalLine direction,
      @Nullable DigitalLine enable,
      StepScale scale,
      long pulseNanos,
      LongSupplier clock,
      Pause pause) {
    this.step = step;
    this.direction = direction;
    this.enable = enable;
    this.scale = scale;
    this.pulseNanos = pulseNanos;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Measure input() {
    return scale.input();
  }

  /** Steps made so far, forward less back. */
  public long made() {
    return made;
  }

  @Override
  public void write(double value) throws BusException {
    if (Double.isNaN(value)) {
      release();
    } else {
      start();
      plan(scale.rounded(value), elapsed());
      follow();
    }
  }

  private void start() throws BusException {
    if (!moving) {
      if (enable != null) {
        enable.write(true);
      }
      moving = true;
      stampNanos = clock.getAsLong();
    }
  }

  private double elapsed() {
    long now = clock.getAsLong();
    double seconds = (now - stampNanos) * 1e-9;
    stampNanos = now;
    return seconds;
  }

  private void plan(double command, double dt) {
    double most = scale.acceleration() * dt;
    velocity += Math.clamp(wanted(command) - velocity, -most, most);
    double ahead = position + velocity * dt - made * scale.step();
    position = made * scale.step() + Math.clamp(ahead, -scale.step(), scale.step());
    if (scale.position() && arrives(command, dt)) {
      position = command;
      velocity = 0;
    }
  }

  private double wanted(double command) {
    if (!scale.position()) {
      return command;
    }
    double error = command - position;
    double stoppable = Math.sqrt(2 * scale.acceleration() * Math.abs(error));
    return Math.signum(error) * Math.min(scale.speed(), stoppable);
  }

  /** So near and so slow that it can stop at once. */
  private boolean arrives(double command, double dt) {
    return Math.abs(command - position) < scale.step() / 2
        && Math.abs(velocity) <= scale.acceleration() * Math.max(dt, startSeconds());
  }

  /** A motor at rest takes one step at any acceleration: the time that one lasts. */
  private double startSeconds() {
    return Math.sqrt(2 * scale.step() / scale.acceleration());
  }

  private void follow() throws BusException {
    double ahead = position - made * scale.step();
    if (Math.abs(ahead) > scale.step() / 2) {
      step(ahead > 0 ? 1 : -1);
    }
  }

  private void step(int newWay) throws BusException {
    lower();
    if (way != newWay) {
      way = 0;
      direction.write(newWay > 0);
      way = newWay;
      pause.nanos(pulseNanos);
    }
    step.write(true);
    raised = true;
    made += newWay;
    pause.nanos(pulseNanos);
    lower();
  }

  private void lower() throws BusException {
    if (raised) {
      step.write(false);
      raised = false;
    }
  }

  /** Lets it turn freely if there is a line for that, else it stands; the steps stay counted. */
  @Override
  public void release() throws BusException {
    moving = false;
    way = 0;
    velocity = 0;
    position = made * scale.step();
    if (enable != null) {
      enable.write(false);
    }
    lower();
  }

  @Override
  public double rounded(double value) {
    return scale.rounded(value);
  }
}
