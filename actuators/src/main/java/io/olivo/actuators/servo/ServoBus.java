package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SerialLine;
import java.util.Arrays;

/**
 * Instructions and answers along one half-duplex line. An answer counts when it is whole, of the
 * one that was asked, and as long as what was asked for.
 */
final class ServoBus {
  /** Who takes the answers of many. */
  interface Replies {
    /** One has answered with as many bytes as were asked for. */
    void reply(StatusPacket packet);
  }

  private static final int LONGEST = 4096;

  private final SerialLine line;
  private final ServoProtocol protocol;
  private final ServoTiming timing;
  private final byte[] out = new byte[LONGEST];
  private final byte[] in = new byte[LONGEST];
  private final byte[] data = new byte[LONGEST];
  private final StatusPacket packet = new StatusPacket();
  private int sent; // bytes of the last instruction
  private int underway; // bytes sent since the last answers
  private int received; // bytes of the last answers
  private long bytes;

  ServoBus(SerialLine line, ServoProtocol protocol, ServoTiming timing) {
    this.line = line;
    this.protocol = protocol;
    this.timing = timing;
  }

  /** How many bytes went over the line so far, both ways. */
  long bytes() {
    return bytes;
  }

  ServoTiming timing() {
    return timing;
  }

  /** Whether the last answer was what had been sent, though the adapter is not said to echo. */
  boolean heardItself() {
    return received >= sent && sent > 0 && Arrays.equals(in, 0, sent, out, 0, sent);
  }

  /** Whether something came back last, though nothing of use. */
  boolean heardNoise() {
    return received > 0;
  }

  /** Reads one register of one servo. */
  int read(int id, Register register) throws BusException {
    send(protocol.read(out, id, register.address(), register.bytes()));
    if (!hear(id, register.bytes())) {
      throw new BusException("servo %d does not answer".formatted(id));
    }
    return register.get(packet.data(), 0);
  }

  /** Writes one register of one servo; whether it heard is for the one who reads it back. */
  void write(int id, Register register, int value) throws BusException {
    register.put(data, 0, value);
    send(protocol.write(out, id, register.address(), data, register.bytes()));
    hear(id, 0);
  }

  /** Starts a servo anew. */
  void reboot(int id) throws BusException {
    send(protocol.reboot(out, id));
    hear(id, 0);
  }

  /** Writes one register of many at once. */
  void writeAll(Register register, int[] ids, int[] values) throws BusException {
    for (int i = 0; i < ids.length; i++) {
      register.put(data, i * register.bytes(), values[i]);
    }
    send(protocol.syncWrite(out, register.address(), register.bytes(), ids, data));
  }

  /** Reads the same bytes of many. */
  void readAll(int address, int count, int[] ids, Replies replies) throws BusException {
    send(protocol.syncRead(out, address, count, ids));
    int expected = ids.length * protocol.statusLength(count);
    int parsed = 0;
    for (int wanted = expected; wanted > 0; wanted = wanted(expected)) {
      boolean all = receive(wanted);
      for (int next = next(parsed); next >= 0; next = next(parsed)) {
        parsed = next;
        if (packet.count() == count) {
          replies.reply(packet);
        }
      }
      if (!all) {
        return;
      }
    }
  }

  /** Stuffed bytes make an answer longer than expected. */
  private int wanted(int expected) {
    return Math.min(Math.max(expected - received, packet.missing()), LONGEST - received);
  }

  private int next(int from) {
    return protocol.next(in, from, received, packet);
  }

  private boolean hear(int id, int count) throws BusException {
    int expected = protocol.statusLength(count);
    for (int wanted = expected; wanted > 0; wanted = wanted(expected)) {
      boolean all = receive(wanted);
      int parsed = 0;
      for (int next = next(parsed); next >= 0; next = next(parsed)) {
        if (packet.id() == id && packet.count() == count) {
          return true;
        }
        parsed = next;
      }
      if (!all) {
        return false;
      }
    }
    return false;
  }

  private void send(int length) throws BusException {
    line.discard();
    line.write(out, length);
    sent = length;
    underway += length;
    received = 0;
    bytes += length;
    if (timing.echoes()) {
      takeEcho();
    }
  }

  private void takeEcho() throws BusException {
    int heard = line.read(in, 0, sent, timing.timeoutNanos(underway));
    underway = 0;
    if (heard < sent || !Arrays.equals(in, 0, sent, out, 0, sent)) {
      throw new BusException(
          heard == 0
              ? "the adapter does not echo what is sent: say echo: false"
              : "what is sent comes back changed: somebody else speaks on the line");
    }
  }

  /** Whether all that was wanted arrived. */
  private boolean receive(int wanted) throws BusException {
    int heard = line.read(in, received, wanted, timing.timeoutNanos(underway + wanted));
    underway = 0;
    received += heard;
    bytes += heard;
    return heard == wanted;
  }
}
