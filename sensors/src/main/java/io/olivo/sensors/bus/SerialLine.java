package io.olivo.sensors.bus;

/** Moves bytes along one serial line. Used by one thread. */
public interface SerialLine extends Bus {
  /**
   * Sends; does not wait until they have left.
   *
   * @param bytes what is sent
   * @param length how many of them
   * @throws BusException when the line is gone
   */
  void write(byte[] bytes, int length) throws BusException;

  /**
   * Receives what arrives in time.
   *
   * @param into where to
   * @param offset of the first byte
   * @param length how many are wanted
   * @param timeoutNanos how long to wait for all of them [ns]
   * @return how many arrived, 0 to {@code length}
   * @throws BusException when the line is gone
   */
  int read(byte[] into, int offset, int length, long timeoutNanos) throws BusException;

  /**
   * Forgets what arrived but was not read.
   *
   * @throws BusException when the line is gone
   */
  void discard() throws BusException;
}
