package io.olivo.sensors.bus;

import java.util.List;

/** A driver: registers in, SI units out. Used by the thread of its bus alone. */
public interface PolledSensor {
  /** What {@link #begin} says when there is nothing more to do. */
  double READY = 0;

  /** Chip and address, for messages. */
  String name();

  /** What it measures, in the order of {@link #read}. */
  List<Measure> measures();

  /**
   * Makes the chip ready from whatever state it is in, step by step, so that nobody else on the bus
   * waits for it.
   *
   * @param step 0, then 1 and so on
   * @return how long the chip needs before the next step [s]; {@link #READY} when it measures
   * @throws BusException when it does not answer, or is another chip; it begins again at step 0
   */
  double begin(int step) throws BusException;

  /**
   * Reads the newest values.
   *
   * @param out [measure] in their units
   * @throws BusException when it does not answer, or measures nothing; {@code out} is then without
   *     meaning
   */
  void read(double[] out) throws BusException;
}
