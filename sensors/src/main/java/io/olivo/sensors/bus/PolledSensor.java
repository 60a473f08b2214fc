package io.olivo.sensors.bus;

import java.util.List;

/** A driver: registers in, SI units out. Used by the thread of its bus alone. */
public interface PolledSensor extends BusDevice {
  /** What it measures, in the order of {@link #read}. */
  List<Measure> measures();

  /**
   * Reads the newest values.
   *
   * @param out [measure] in their units
   * @throws BusException when it does not answer, or measures nothing; {@code out} is then without
   *     meaning
   */
  void read(double[] out) throws BusException;
}
