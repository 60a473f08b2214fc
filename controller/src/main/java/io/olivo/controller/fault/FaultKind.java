package io.olivo.controller.fault;

/**
 * What can break. A sample is a reading with a new stamp; a source that has none leaves the frame
 * as it is, and so does every fault.
 */
public enum FaultKind {
  /** Sensor: no new samples. Value and stamp stay as they were before. */
  DROPOUT(Target.SENSOR, "", false),
  /** Sensor: the first value of the fault comes again and again, each time with a new stamp. */
  FREEZE(Target.SENSOR, "", false),
  /** Sensor: single samples are off by {@code size} [channel's unit]. */
  SPIKE(Target.SENSOR, "size", true),
  /**
   * Sensor: one bit of a sample is wrong, another one each time. Where a {@code resolution}
   * [channel's unit] is known it is a bit of the count in two's complement, of as many bits as the
   * channel's range needs; else one of the 64 bits of the number itself.
   */
  BIT_FLIP(Target.SENSOR, "resolution", true),
  /** Sensor: samples are NaN, with new stamps. */
  NAN(Target.SENSOR, "", true),
  /** Sensor: samples are off by {@code rate} [channel's unit/s] times the time since the begin. */
  DRIFT(Target.SENSOR, "rate", false),
  /**
   * Sensor: samples arrive {@code delay} [s] late and with their old stamps. At the begin nothing
   * arrives for so long; at the end those still on their way are lost.
   */
  DELAY(Target.SENSOR, "delay", false),
  /** Sensor: every second sample is the one before once more, stamp included. */
  DUPLICATE(Target.SENSOR, "", false),
  /**
   * Sensor: neighbours change places. Of each pair the first arrives after the second, so that the
   * stamp goes back by one sample at every second tick.
   */
  REORDER(Target.SENSOR, "", false),
  /** Actuator: stays at what it was last sent before the fault. */
  STUCK(Target.ACTUATOR, "", false),
  /** Actuator: does nothing, 0 is sent. */
  FREE(Target.ACTUATOR, "", false),
  /** Actuator: gives {@code factor} [1] of what it is asked. */
  WEAK(Target.ACTUATOR, "factor", false),
  /** Actuator: gives the opposite of what it is asked. */
  INVERTED(Target.ACTUATOR, "", false),
  /** Actuator: commands get lost, the one before goes on. */
  LOST_WRITES(Target.ACTUATOR, "", true),
  /**
   * Loop: the first write of the fault reaches the actuators and does not return before the end of
   * the fault. See {@link Sleeper} for what that means where robot time is not the wall's.
   */
  BUS_HANG(Target.LOOP, "", false),
  /**
   * Loop: the clock jumps by {@code step} [s] at the begin and back at the end. The loop is told
   * the wrong time and, at both ends, the wrong tick length; samples taken meanwhile have stamps of
   * that clock.
   */
  CLOCK_STEP(Target.LOOP, "step", false);

  /** What a fault is in. */
  public enum Target {
    /** A measured channel. */
    SENSOR,
    /** An actuator. */
    ACTUATOR,
    /** The loop itself; there is but one. */
    LOOP
  }

  private final Target target;
  private final String amount;
  private final boolean occasional;

  FaultKind(Target target, String amount, boolean occasional) {
    this.target = target;
    this.amount = amount;
    this.occasional = occasional;
  }

  /** What it is in. */
  public Target target() {
    return target;
  }

  /** What {@link ScheduledFault#amount} is called for this kind; empty when it has none. */
  public String amount() {
    return amount;
  }

  /** Whether {@link ScheduledFault#everySeconds} means anything to it. */
  public boolean isOccasional() {
    return occasional;
  }
}
