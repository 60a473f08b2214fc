package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at every turn whether one register of one servo still is as it was set. A supply that
 * dropped for a moment is seen by nothing else: the servo answers as before.
 */
final class Witness {
  private final ServoBus bus;
  private final ServoState[] states;
  private final ControlTable table;
  private final Register[] watched;
  private final int watchdog;
  private int next;

  /**
   * @param watchdog what it was set to [20 ms]
   */
  Witness(ServoBus bus, ServoState[] states, ControlTable table, int watchdog) {
    this.bus = bus;
    this.states = states;
    this.table = table;
    this.watchdog = watchdog;
    List<Register> all = new ArrayList<>(List.of(table.torque(), table.effort()));
    if (table.watchdog() != null) {
      all.add(table.watchdog());
    }
    watched = all.toArray(new Register[0]);
  }

  /**
   * Whether the next one, of a chain with torque, is as it was set; its servo counts as new if not.
   */
  boolean seesWhatWasSet() {
    ServoState state = states[next % states.length];
    Register register = watched[next / states.length];
    next = (next + 1) % (states.length * watched.length);
    boolean same = !state.heard() || isAsSet(state.servo(), register);
    if (!same) {
      state.settled(false);
    }
    return same;
  }

  /** Whoever does not answer now is looked at again, or counts as silent. */
  private boolean isAsSet(Servo servo, Register register) {
    try {
      return bus.read(servo.id(), register) == wanted(servo, register);
    } catch (BusException e) {
      return true;
    }
  }

  private int wanted(Servo servo, Register register) {
    if (register.equals(table.torque())) {
      return 1;
    }
    return register.equals(table.effort()) ? servo.effortSteps() : watchdog;
  }
}
