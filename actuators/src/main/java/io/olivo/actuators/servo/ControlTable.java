package io.olivo.actuators.servo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a family of servos has what a chain needs.
 *
 * @param model number of the model
 * @param goal position wanted [step]
 * @param torque 1 with torque, 0 without
 * @param effort the most it may do, in steps of its own
 * @param lock 0 while what is kept without power may be changed; null when torque alone locks it
 * @param watchdog stops the servo when nobody speaks to it [20 ms]; null for none
 * @param faults what it latched, until a reboot; null for none
 * @param block first address of what is read at every turn
 * @param blockBytes how many bytes
 * @param settings how it has to be, before it is used
 */
public record ControlTable(
    Register model,
    Register goal,
    Register torque,
    Register effort,
    @Nullable Register lock,
    @Nullable Register watchdog,
    @Nullable Register faults,
    int block,
    int blockBytes,
    List<Setting> settings) {
  /** Keeps settings of its own. */
  public ControlTable {
    settings = List.copyOf(settings);
  }
}
