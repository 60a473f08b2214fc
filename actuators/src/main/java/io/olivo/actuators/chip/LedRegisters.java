package io.olivo.actuators.chip;

import java.util.Arrays;

/**
 * The registers of the outputs of a PCA9685, LEDn_ON and LEDn_OFF: what they should hold, and what
 * was sent. A pulse begins at count 0.
 */
final class LedRegisters {
  static final int COUNTS = 4096; // per period
  static final int BYTES = 4; // per output: ON low, ON high, OFF low, OFF high

  private static final int ON_HIGH = 1;
  private static final int OFF_LOW = 2;
  private static final int OFF_HIGH = 3;
  private static final byte FULL = 0x10; // in the high byte of ON or OFF

  private final byte[] wanted; // [output, byte]
  private final byte[] sent; // [output, byte]
  private final boolean[] doubtful; // [output] whether the chip may hold something else
  private final int outputs;

  /** All are wanted off; what the chip holds is in doubt. */
  LedRegisters(int outputs) {
    this.outputs = outputs;
    wanted = new byte[outputs * BYTES];
    sent = new byte[outputs * BYTES];
    doubtful = new boolean[outputs];
    wantOff();
    doubt();
  }

  /** An output should be high for so many counts, 0 to {@link #COUNTS}. */
  void want(int output, int counts) {
    int at = output * BYTES;
    boolean level = counts == 0 || counts == COUNTS;
    wanted[at + ON_HIGH] = counts == COUNTS ? FULL : 0;
    wanted[at + OFF_LOW] = (byte) (level ? 0 : counts);
    wanted[at + OFF_HIGH] = level ? (counts == 0 ? FULL : 0) : (byte) (counts >> 8);
  }

  void wantOff() {
    for (int output = 0; output < outputs; output++) {
      want(output, 0);
    }
  }

  /** Whether an output should be high all the time. */
  boolean fullyOn(int output) {
    return wanted[output * BYTES + ON_HIGH] == FULL;
  }

  /** Whether an output has to be sent. */
  boolean changed(int output) {
    int from = output * BYTES;
    return doubtful[output] || !Arrays.equals(wanted, from, from + BYTES, sent, from, from + BYTES);
  }

  /** The next output that has to be sent, or the end. */
  int nextChanged(int from, int end) {
    int output = from;
    while (output < end && !changed(output)) {
      output++;
    }
    return output;
  }

  /** The next output that has not to be sent, or the end. */
  int nextUnchanged(int from, int end) {
    int output = from;
    while (output < end && changed(output)) {
      output++;
    }
    return output;
  }

  /** What outputs should hold, as it is sent. */
  void copy(int first, int end, byte[] out, int at) {
    System.arraycopy(wanted, first * BYTES, out, at, (end - first) * BYTES);
  }

  /** They were sent. */
  void sent(int first, int end) {
    System.arraycopy(wanted, first * BYTES, sent, first * BYTES, (end - first) * BYTES);
    Arrays.fill(doubtful, first, end, false);
  }

  /** The chip may hold anything. */
  void doubt() {
    Arrays.fill(doubtful, true);
  }

  /** Whether what was read is what was sent, of the first outputs. */
  boolean holds(byte[] read, int at, int count) {
    return Arrays.equals(read, at, at + count * BYTES, sent, 0, count * BYTES);
  }
}
