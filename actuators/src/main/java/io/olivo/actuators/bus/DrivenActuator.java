package io.olivo.actuators.bus;

import io.olivo.sensors.bus.BusDevice;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.List;

/** A driver: SI units in, registers or pulses out. Used by the thread of its bus alone. */
public interface DrivenActuator extends BusDevice {
  /** What it is told, in the order of {@link #write}. */
  List<Measure> inputs();

  /**
   * Drives.
   *
   * @param values [input] in their units; outside of what it can do they saturate
   * @throws BusException when it does not answer
   */
  void write(double[] values) throws BusException;

  /**
   * Lets go: whatever leaves the motor without force, or else without motion.
   *
   * @throws BusException when it does not answer
   */
  void release() throws BusException;

  /**
   * What becomes of a value: saturated, in steps. From any thread.
   *
   * @param input index into {@link #inputs}
   * @param value wanted, in its unit
   */
  double rounded(int input, double value);
}
