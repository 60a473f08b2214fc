package io.olivo.actuators.servo.jserialcomm;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.olivo.actuators.servo.Deadman;
import io.olivo.actuators.servo.GuardedLine;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SerialLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port by jSerialComm: 8 bits, no parity, one stop bit, nobody else's. On Linux the
 * library asks the driver for low latency.
 *
 * <p>It is asked without blocking, and the thread sleeps in between: the blocking reads of the
 * library spin when they wait for less than 100 ms.
 */
public final class JSerialCommLine implements SerialLine {
  private static final long NAP_NANOS = 50_000;
  private static final int EIGHT_BITS = 8;

  private final SerialPort port;
  private final byte[] rest = new byte[256];

  private JSerialCommLine(SerialPort port) {
    this.port = port;
  }

  /**
   * Opens a port.
   *
   * @param device such as "/dev/ttyACM0"
   * @param baud bits per second
   * @throws BusException with what to do about it
   */
  public static JSerialCommLine open(String device, int baud) throws BusException {
    requireAccess(Path.of(device));
    SerialPort port;
    try {
      port = SerialPort.getCommPort(device);
    } catch (SerialPortInvalidPortException e) {
      throw new BusException(device + " is not a serial port", e);
    }
    port.setComPortParameters(baud, EIGHT_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
    if (!port.openPort(0)) {
      throw new BusException(
          "%s cannot be opened at %d bit/s (error %d): does another program have it?"
              .formatted(device, baud, port.getLastErrorCode()));
    }
    return new JSerialCommLine(port);
  }

  /**
   * Opens a port with a deadman.
   *
   * @param device such as "/dev/ttyACM0"
   * @param baud bits per second
   * @param lastWords what is said when this process ends
   * @throws BusException with what to do about it
   */
  public static GuardedLine guarded(String device, int baud, byte[] lastWords) throws BusException {
    requireAccess(Path.of(device));
    Deadman deadman = Deadman.watch(device, lastWords); // before the port is nobody else's
    try {
      return new GuardedLine(open(device, baud), deadman);
    } catch (BusException e) {
      deadman.close();
      throw e;
    }
  }

  private static void requireAccess(Path device) throws BusException {
    if (!Files.exists(device)) {
      throw new BusException(
          "there is no %s: is the adapter plugged in? (ls /dev/ttyACM* /dev/ttyUSB*)"
              .formatted(device));
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw new BusException(refusal(device));
    }
  }

  static String refusal(Path device) {
    return "%s may not be used: add the user to its group, then log in anew: sudo usermod -aG %s $USER"
        .formatted(device, group(device));
  }

  private static String group(Path device) {
    try {
      return Files.readAttributes(device, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout";
    }
  }

  @Override
  public void write(byte[] bytes, int length) throws BusException {
    if (port.writeBytes(bytes, length) != length) {
      throw gone();
    }
  }

  @Override
  public int read(byte[] into, int offset, int length, long timeoutNanos) throws BusException {
    long end = System.nanoTime() + timeoutNanos;
    int count = take(into, offset, length);
    while (count < length && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, NAP_NANOS);
      count += take(into, offset + count, length - count);
    }
    return count;
  }

  private int take(byte[] into, int offset, int length) throws BusException {
    int count = port.readBytes(into, length, offset);
    if (count < 0) {
      throw gone();
    }
    return count;
  }

  /** Not by the library's own flush, which drops what is still to be sent, too. */
  @Override
  public void discard() throws BusException {
    while (take(rest, 0, rest.length) > 0) {
      // until there is nothing
    }
  }

  private BusException gone() {
    return new BusException(port.getSystemPortPath() + " is gone: was the adapter unplugged?");
  }

  @Override
  public void close() {
    port.closePort();
  }
}
