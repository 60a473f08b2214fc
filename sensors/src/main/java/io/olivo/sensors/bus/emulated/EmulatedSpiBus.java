package io.olivo.sensors.bus.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SpiBus;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A chip behind its chip select. Where I2C would not be answered, the line from the chip stays low
 * or high for a while, as with a loose wire.
 */
public final class EmulatedSpiBus implements SpiBus {
  private static final int SHORTEST_BREAK = 8; // transfers
  private static final int LONGEST_BREAK = 64;
  private static final int LOW = 0x00;
  private static final int HIGH = 0xff;

  private final EmulatedSpiChip chip;
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;
  private byte[] told = new byte[2]; // what reaches the chip
  private int broken; // transfers for which the line still stays
  private int level; // where

  /**
   * @param chip that is selected
   * @param seed of everything that goes wrong
   */
  public EmulatedSpiBus(EmulatedSpiChip chip, long seed) {
    this.chip = chip;
    chance = new SplittableRandom(seed);
  }

  /** What goes wrong from now on. */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  /** The chip is missing from now on: its line stays high, or else low. */
  public void breakLine(boolean high) {
    broken = Integer.MAX_VALUE;
    level = high ? HIGH : LOW;
  }

  @Override
  public void transfer(byte[] out, byte[] in, int length) throws BusException {
    if (happens(mishaps.brownOut())) {
      chip.powerUp();
    }
    told = told.length < length ? new byte[length] : told;
    System.arraycopy(out, 0, told, 0, length);
    if (happens(mishaps.cutShort())) {
      chip.exchange(told, in, chance.nextInt(length));
      throw new BusException("the transfer broke off");
    }
    exchange(in, length);
  }

  private void exchange(byte[] in, int length) {
    maybeFlip(told, length);
    chip.exchange(told, in, length);
    maybeFlip(in, length);
    maybeBreak();
    if (broken > 0) {
      Arrays.fill(in, 0, length, (byte) level);
      broken--;
    }
  }

  private void maybeFlip(byte[] bytes, int length) {
    if (happens(mishaps.bitError())) {
      bytes[chance.nextInt(length)] ^= (byte) (1 << chance.nextInt(8));
    }
  }

  private void maybeBreak() {
    if (broken == 0 && happens(mishaps.noAnswer())) {
      broken = chance.nextInt(SHORTEST_BREAK, LONGEST_BREAK);
      level = chance.nextBoolean() ? HIGH : LOW;
    }
  }

  private boolean happens(double probability) {
    return probability > 0 && chance.nextDouble() < probability;
  }
}
