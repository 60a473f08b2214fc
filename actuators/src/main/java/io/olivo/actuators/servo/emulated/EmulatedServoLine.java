package io.olivo.actuators.servo.emulated;

import io.olivo.sensors.bus.SerialLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A half-duplex line in emulated time: every byte takes its ten bits, every servo its delay. Servos
 * with one id speak at once, and pull down each other's bits.
 */
public abstract sealed class EmulatedServoLine implements SerialLine
    permits EmulatedFeetechLine, EmulatedDynamixelLine {
  private static final double BITS_PER_BYTE = 10;
  private static final long LATE_NANOS = 20_000_000;
  private static final int QUEUE = 1 << 16;

  private final List<EmulatedServo> servos = new ArrayList<>();
  private final double byteNanos;
  private final SplittableRandom chance;
  private final byte[] queue = new byte[QUEUE]; // on their way to the host
  private final long[] arrival = new long[QUEUE];
  private long head;
  private long tail;
  private final byte[] answer = new byte[256];
  private final byte[] other = new byte[256];
  private final byte[] data = new byte[256];
  private ServoMishaps mishaps = ServoMishaps.NONE;
  private boolean echoes;
  private long nowNanos;
  private long freeNanos; // when the line is free again
  private double busyNanos;
  private long packets;

  /**
   * @param baud bits per second
   * @param seed of everything that goes wrong
   */
  EmulatedServoLine(int baud, long seed) {
    byteNanos = 1e9 * BITS_PER_BYTE / baud;
    chance = new SplittableRandom(seed);
  }

  /** Connects a servo. */
  public EmulatedServoLine with(EmulatedServo servo) {
    servos.add(servo);
    return this;
  }

  /** Takes a servo off the line. */
  public void remove(EmulatedServo servo) {
    servos.remove(servo);
  }

  /** What goes wrong from now on. */
  public void goWrong(ServoMishaps newMishaps) {
    mishaps = newMishaps;
  }

  /** Whether the adapter hears itself. */
  public void echo(boolean hearsItself) {
    echoes = hearsItself;
  }

  /** The time here [ns]. */
  public long nowNanos() {
    return nowNanos;
  }

  /** Time passes while nobody speaks. */
  public void pass(long nanos) {
    nowNanos += nanos;
  }

  /** How long the line was busy so far: all bytes, and the delays before answers [s]. */
  public double busySeconds() {
    return busyNanos * 1e-9;
  }

  /** How many packets went over it so far, both ways. */
  public long packets() {
    return packets;
  }

  @Override
  public void write(byte[] bytes, int length) {
    packets++;
    freeNanos = Math.max(freeNanos, nowNanos);
    int wrong = happens(mishaps.bitError()) ? chance.nextInt(length) : -1;
    for (int i = 0; i < length; i++) {
      int value = i == wrong ? bytes[i] ^ (1 << chance.nextInt(8)) : bytes[i];
      occupy(byteNanos);
      if (echoes) {
        arrive((byte) value, freeNanos);
      }
      hear(value & 0xff);
    }
  }

  /** A byte of the host. */
  abstract void hear(int value);

  /** Makes an answer of data. */
  abstract int encode(int id, int error, byte[] bytes, int count, byte[] out);

  /** Whether those who come after somebody who does not answer a sync read are silent, too. */
  abstract boolean waitsForTheOneBefore();

  /** An instruction for one or for all that wants an answer of so many bytes from an address. */
  final void read(int id, int address, int count) {
    speak(id, address, count, true);
  }

  /** The same of many, one after the other. */
  final void syncRead(int address, int count, byte[] ids, int from, int to) {
    boolean spoke = true;
    for (int i = from; i < to && (spoke || !waitsForTheOneBefore()); i++) {
      spoke = speak(ids[i] & 0xff, address, count, true);
    }
  }

  /** Writes, to one or to all. */
  final void write(int id, int address, byte[] bytes, int from, int count, boolean all) {
    for (int k = 0; k < servos.size(); k++) {
      EmulatedServo servo = servos.get(k);
      if (all || servo.id() == id) {
        awake(servo).hear(freeNanos);
        int error = servo.write(address, bytes, from, count);
        if (!all && servo.answersWrites()) {
          send(encode(id, error | servo.alert(), data, 0, answer), servo);
        }
      }
    }
  }

  /** The same registers of many. */
  final void syncWrite(int address, int count, byte[] bytes, int from, int to) {
    for (int i = from; i + count < to; i += count + 1) {
      for (int k = 0; k < servos.size(); k++) {
        EmulatedServo servo = servos.get(k);
        if (servo.id() == (bytes[i] & 0xff)) {
          awake(servo).hear(freeNanos);
          servo.write(address, bytes, i + 1, count);
        }
      }
    }
  }

  /** Starts one anew, after it has answered. */
  final void reboot(int id) {
    for (int k = 0; k < servos.size(); k++) {
      EmulatedServo servo = servos.get(k);
      if (servo.id() == id) {
        send(encode(id, servo.alert(), data, 0, answer), servo);
        servo.powerUp();
      }
    }
  }

  /** Everybody with this id answers; whether somebody did. */
  final boolean speak(int id, int address, int count, boolean holdsData) {
    int length = 0;
    EmulatedServo last = null;
    for (int k = 0; k < servos.size(); k++) {
      EmulatedServo servo = servos.get(k);
      if (servo.id() == id) {
        awake(servo).hear(freeNanos);
        int error = servo.read(address, count, data);
        byte[] out = length == 0 ? answer : other;
        int bytes = holdsData && error == 0 ? count : 0;
        int its = encode(id, error | servo.alert(), data, bytes, out);
        collide(length, its);
        length = Math.max(length, its);
        last = servo;
      }
    }
    return last != null && send(length, last);
  }

  private void collide(int before, int length) {
    for (int i = 0; i < before && i < length; i++) {
      answer[i] &= other[i];
    }
  }

  private EmulatedServo awake(EmulatedServo servo) {
    if (happens(mishaps.brownOut())) {
      servo.powerUp();
    }
    return servo;
  }

  private boolean send(int length, EmulatedServo servo) {
    if (happens(mishaps.silent())) {
      return false;
    }
    packets++;
    occupy(servo.returnDelay() * 1e9);
    long late = happens(mishaps.late()) ? LATE_NANOS : 0;
    for (int left = happens(mishaps.noise()) ? chance.nextInt(1, 6) : 0; left > 0; left--) {
      transmit((byte) chance.nextInt(), late);
    }
    int end = happens(mishaps.cutShort()) ? chance.nextInt(length) : length;
    int wrong = happens(mishaps.bitError()) ? chance.nextInt(length) : -1;
    for (int i = 0; i < end; i++) {
      transmit((byte) (i == wrong ? answer[i] ^ (1 << chance.nextInt(8)) : answer[i]), late);
    }
    return true;
  }

  private void transmit(byte value, long late) {
    occupy(byteNanos);
    arrive(value, freeNanos + late);
  }

  private void occupy(double nanos) {
    freeNanos += Math.round(nanos);
    busyNanos += nanos;
  }

  private void arrive(byte value, long when) {
    int at = (int) (tail % QUEUE);
    queue[at] = value;
    long before = tail > head ? arrival[(int) ((tail - 1) % QUEUE)] : when;
    arrival[at] = Math.max(when, before); // bytes do not overtake each other
    tail++;
    if (tail - head > QUEUE) {
      throw new IllegalStateException("nobody reads what the servos answer");
    }
  }

  @Override
  public int read(byte[] into, int offset, int length, long timeoutNanos) {
    long end = nowNanos + timeoutNanos;
    int count = 0;
    while (count < length && head < tail && arrival[(int) (head % QUEUE)] <= end) {
      int at = (int) (head % QUEUE);
      into[offset + count] = queue[at];
      nowNanos = Math.max(nowNanos, arrival[at]);
      head++;
      count++;
    }
    nowNanos = count < length ? end : nowNanos;
    return count;
  }

  @Override
  public void discard() {
    while (head < tail && arrival[(int) (head % QUEUE)] <= nowNanos) {
      head++;
    }
  }

  /** Takes all that the servos have said, whenever it arrives, and lets the time pass. */
  public byte[] takeAnswers() {
    byte[] all = new byte[(int) (tail - head)];
    int count = read(all, 0, all.length, Long.MAX_VALUE / 4);
    return Arrays.copyOf(all, count);
  }

  private boolean happens(double probability) {
    return probability > 0 && chance.nextDouble() < probability;
  }
}
