package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Notes what is written to a bus, and flips bits of it. */
final class SentTransfers implements I2cBus {
  private final I2cBus bus;
  private final List<String> writes = new ArrayList<>();
  private final byte[] copy = new byte[100];
  private int flip = -1; // byte of the next write
  private double flipping;
  private long flipped;
  private SplittableRandom chance = new SplittableRandom(0);

  SentTransfers(I2cBus bus) {
    this.bus = bus;
  }

  /** The writes since {@link #clear}: register and how many bytes. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  void clear() {
    writes.clear();
  }

  /** Flips a bit of that byte of the next write. */
  void flipNext(int at) {
    flip = at;
  }

  /** Notes no more, but flips one bit of a write with that probability. */
  void flip(double probability, long seed) {
    flipping = probability;
    chance = new SplittableRandom(seed);
  }

  long flipped() {
    return flipped;
  }

  @Override
  public void write(int address, byte[] bytes, int length) throws BusException {
    System.arraycopy(bytes, 0, copy, 0, length);
    if (flipping > 0 && chance.nextDouble() < flipping) {
      copy[chance.nextInt(length)] ^= (byte) (1 << chance.nextInt(8));
      flipped++;
    } else if (flipping == 0) {
      note(bytes[0] & 0xff, length - 1);
    }
    bus.write(address, copy, length);
  }

  private void note(int register, int count) {
    writes.add("0x%02x+%d".formatted(register, count));
    if (flip >= 0) {
      copy[flip] ^= 4;
      flip = -1;
    }
  }

  @Override
  public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException {
    bus.writeRead(address, out, outLength, in, inLength);
  }
}
