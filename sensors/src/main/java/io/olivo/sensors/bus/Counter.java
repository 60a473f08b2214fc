package io.olivo.sensors.bus;

/** Something beside the processor that counts edges, from 0 to its ceiling and round. */
public interface Counter extends Bus {
  /**
   * Lets it count, if it does not yet.
   *
   * @return its ceiling: the count after which comes 0
   * @throws BusException when it cannot be reached, or tells no ceiling
   */
  long begin() throws BusException;

  /**
   * What it has counted.
   *
   * @throws BusException when it cannot be reached
   */
  long read() throws BusException;
}
