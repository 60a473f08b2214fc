package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SerialLine;

/** A line with a deadman, which has the last word. */
public final class GuardedLine implements SerialLine {
  private final SerialLine line;
  private final Deadman deadman;

  /**
   * @param line of the servos
   * @param deadman on the same device
   */
  public GuardedLine(SerialLine line, Deadman deadman) {
    this.line = line;
    this.deadman = deadman;
  }

  /** Whether the torque would be taken away, should this process die. */
  public boolean isGuarded() {
    return deadman.watches();
  }

  @Override
  public void write(byte[] bytes, int length) throws BusException {
    line.write(bytes, length);
  }

  @Override
  public int read(byte[] into, int offset, int length, long timeoutNanos) throws BusException {
    return line.read(into, offset, length, timeoutNanos);
  }

  @Override
  public void discard() throws BusException {
    line.discard();
  }

  @Override
  public void close() {
    line.close();
    deadman.close();
  }
}
