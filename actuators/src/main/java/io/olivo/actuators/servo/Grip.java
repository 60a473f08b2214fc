package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The torque of a chain: how it comes, what it holds, how it goes. */
final class Grip {
  private static final double WATCHDOG_STEP = .02; // s
  private static final int LONGEST_WATCHDOG = 127;

  private final ServoBus bus;
  private final ServoSetup setup;
  private final ServoState[] states;
  private final ControlTable table;
  private final int[] ids;
  private final int[] goals; // [servo] in steps
  private final int[] same; // [servo] one value for all
  private final int watchdog;
  private final AtomicLong taken = new AtomicLong();
  private boolean holds;

  Grip(ServoBus bus, ServoSetup setup, ServoState[] states, double watchdogSeconds) {
    this.bus = bus;
    this.setup = setup;
    this.states = states;
    table = states[0].servo().model().family().table();
    ids = Arrays.stream(states).mapToInt(state -> state.servo().id()).toArray();
    goals = new int[ids.length];
    same = new int[ids.length];
    watchdog = steps(watchdogSeconds);
  }

  private static int steps(double seconds) {
    long steps = (long) Math.ceil(seconds / WATCHDOG_STEP - 1e-9);
    if (steps < 1 || steps > LONGEST_WATCHDOG) {
      throw new IllegalArgumentException(
          "the watchdog of a servo is 0.02 to 2.54 s, got " + seconds);
    }
    return (int) steps;
  }

  /** What the watchdogs are set to [20 ms]. */
  int watchdog() {
    return watchdog;
  }

  /** How often the torque came. */
  long taken() {
    return taken.get();
  }

  /** Whether there is torque, as far as one knows. */
  boolean holds() {
    return holds;
  }

  /** Somebody has not what he was given: all get it again. */
  void doubt() {
    holds = false;
  }

  /** Takes the torque from all. */
  void letGo() throws BusException {
    holds = false;
    writeAll(table.torque(), 0);
  }

  /** Tells all where to go [rad]. */
  void move(double[] angles) throws BusException {
    for (int i = 0; i < states.length; i++) {
      goals[i] = states[i].servo().steps(angles[i]);
    }
    bus.writeAll(table.goal(), ids, goals);
  }

  /**
   * Gives torque to all, who stay where they were seen last. A watchdog that has barked keeps goals
   * from being set until it is switched off.
   */
  void take() throws BusException {
    for (int i = 0; i < states.length; i++) {
      goals[i] = present(states[i]);
    }
    if (table.watchdog() != null) {
      writeAll(table.watchdog(), 0);
    }
    bus.writeAll(table.goal(), ids, goals);
    if (table.watchdog() != null) {
      writeAll(table.watchdog(), watchdog);
    }
    writeAll(table.torque(), 1);
    taken.incrementAndGet();
    holds = true;
  }

  private int present(ServoState state) throws BusException {
    if (!state.heard()) {
      throw new BusException(state.name() + " does not answer: no torque");
    }
    if (!state.settled()) {
      setup.settle(state);
    }
    return Math.clamp(state.position(), 0, state.servo().model().steps() - 1);
  }

  private void writeAll(Register register, int value) throws BusException {
    Arrays.fill(same, value);
    bus.writeAll(register, ids, same);
  }
}
