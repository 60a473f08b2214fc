package io.olivo.actuators.servo.emulated;

import java.util.Arrays;

/**
 * A servo: registers, of which some are kept without power, and what it moves. Numbers have their
 * low byte first.
 */
public abstract sealed class EmulatedServo permits EmulatedSts3215, EmulatedDynamixelX {
  private static final double CELSIUS = 273.15;
  private static final double STEPS_PER_RADIAN = 4096 / (2 * StrictMath.PI);
  private static final int MIDDLE = 2048;
  private static final double MOST_SECONDS = 2e-3; // of one step of the plant

  private final byte[] registers;
  private final byte[] kept;
  private final ServoPlant plant;
  private long nowNanos;

  /**
   * @param size number of registers
   * @param keptBelow those below it are kept without power
   * @param plant what it moves
   */
  EmulatedServo(int size, int keptBelow, ServoPlant plant) {
    registers = new byte[size];
    kept = new byte[keptBelow];
    this.plant = plant;
  }

  /** Number on the line. */
  public abstract int id();

  /** Whether there is torque. */
  public abstract boolean torque();

  /** Power goes and comes back. */
  public final void powerUp() {
    Arrays.fill(registers, (byte) 0);
    System.arraycopy(kept, 0, registers, 0, kept.length);
    reset();
  }

  /** Sets the registers that are not kept. */
  abstract void reset();

  /** How long it waits before it answers [s]. */
  abstract double returnDelay();

  /** Whether it answers an instruction that only writes. */
  abstract boolean answersWrites();

  /** What it adds to every answer. */
  abstract int alert();

  /**
   * Writes.
   *
   * @return error in the way of its make, 0 for none
   */
  abstract int write(int address, byte[] data, int from, int count);

  /**
   * Reads.
   *
   * @return error in the way of its make, 0 for none
   */
  abstract int read(int address, int count, byte[] out);

  /** Where it wants to go [rad]. */
  abstract double goal();

  /** The most it does now, as a share of all that it can. */
  abstract double effort();

  /** Feels what it measures. */
  abstract void feel();

  /** It hears something at this time: until then the world went on. */
  void hear(long now) {
    for (double left = (now - nowNanos) * 1e-9; left > 0; left -= MOST_SECONDS) {
      plant.pass(goal(), effort(), Math.min(left, MOST_SECONDS));
    }
    nowNanos = now;
    feel();
  }

  /** What it moves. */
  final ServoPlant plant() {
    return plant;
  }

  /** A register or more as they are, as if with a probe. */
  public final int peek(int address, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (registers[address + i] & 0xff) << (8 * i);
    }
    return value;
  }

  /** Sets a register or more, as if by its own firmware. */
  public final void poke(int address, int bytes, int value) {
    for (int i = 0; i < bytes; i++) {
      registers[address + i] = (byte) (value >> (8 * i));
    }
  }

  /** Sets what is kept without power, as if in its factory. */
  final void make(int address, int bytes, int value) {
    for (int i = 0; i < bytes; i++) {
      kept[address + i] = (byte) (value >> (8 * i));
    }
  }

  /** Keeps a register as it is now. */
  final void keep(int address) {
    if (address < kept.length) {
      kept[address] = registers[address];
    }
  }

  final boolean isKept(int address) {
    return address < kept.length;
  }

  final boolean has(int address, int count) {
    return address >= 0 && count >= 0 && address + count <= registers.length;
  }

  final void store(int address, byte[] data, int from, int count) {
    System.arraycopy(data, from, registers, address, count);
  }

  final void load(int address, int count, byte[] out) {
    System.arraycopy(registers, address, out, 0, count);
  }

  static long steps(double radians) {
    return Math.round(radians * STEPS_PER_RADIAN);
  }

  static double radians(int position) {
    return (position - MIDDLE) / STEPS_PER_RADIAN;
  }

  final long position() {
    return steps(plant.angle()) + MIDDLE;
  }

  final int celsius() {
    return (int) Math.round(plant.temperature() - CELSIUS);
  }

  final int decivolts() {
    return (int) Math.round(plant.voltage() * 10);
  }
}
