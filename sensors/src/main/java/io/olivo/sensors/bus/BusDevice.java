package io.olivo.sensors.bus;

/** Something on a bus that has to be made ready before it is of use. */
public interface BusDevice {
  /** What {@link #begin} says when there is nothing more to do. */
  double READY = 0;

  /** Chip and address, for messages. */
  String name();

  /**
   * Makes it ready from whatever state it is in, step by step, so that nobody else on the bus waits
   * for it.
   *
   * @param step 0, then 1 and so on
   * @return how long it needs before the next step [s]; {@link #READY} when it is
   * @throws BusException when it does not answer, or is another chip; it begins again at step 0
   */
  double begin(int step) throws BusException;
}
