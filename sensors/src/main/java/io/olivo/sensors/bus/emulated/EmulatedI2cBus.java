package io.olivo.sensors.bus.emulated;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;

/** A bus with chips on it. It counts how long a real one would be busy. */
public final class EmulatedI2cBus implements I2cBus {
  private static final int BITS_PER_BYTE = 9; // with its acknowledgement
  private static final HexFormat HEX = HexFormat.of();
  private static final int BITS_AROUND = 2; // start and stop

  private final Map<Integer, EmulatedChip> chips = new HashMap<>();
  private final double bitSeconds;
  private final SplittableRandom chance;
  private Mishaps mishaps = Mishaps.NONE;
  private double busySeconds;

  /**
   * @param hertz of its clock, such as 400e3
   * @param seed of everything that goes wrong
   */
  public EmulatedI2cBus(double hertz, long seed) {
    bitSeconds = 1 / hertz;
    chance = new SplittableRandom(seed);
  }

  /** Connects a chip. */
  public EmulatedI2cBus with(int address, EmulatedChip chip) {
    chips.put(address, chip);
    return this;
  }

  /** Takes a chip off the bus. */
  public void remove(int address) {
    chips.remove(address);
  }

  /** What goes wrong from now on. */
  public void goWrong(Mishaps newMishaps) {
    mishaps = newMishaps;
  }

  /** How long a real bus would have been busy so far [s]. */
  public double busySeconds() {
    return busySeconds;
  }

  @Override
  public void write(int address, byte[] bytes, int length) throws BusException {
    EmulatedChip chip = chip(address, length);
    if (happens(mishaps.cutShort())) {
      chip.receive(bytes, chance.nextInt(length));
      throw lost(address);
    }
    chip.receive(bytes, length);
  }

  @Override
  public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
      throws BusException {
    EmulatedChip chip = chip(address, outLength + 1 + inLength);
    chip.receive(out, outLength);
    chip.send(in, inLength);
    if (happens(mishaps.cutShort())) {
      throw lost(address);
    }
    if (happens(mishaps.bitError())) {
      in[chance.nextInt(inLength)] ^= (byte) (1 << chance.nextInt(8));
    }
  }

  private EmulatedChip chip(int address, int bytes) throws BusException {
    busySeconds += (BITS_AROUND + (1 + bytes) * BITS_PER_BYTE) * bitSeconds;
    EmulatedChip chip = chips.get(address);
    if (chip == null || happens(mishaps.noAnswer())) {
      throw nobody(address);
    }
    if (happens(mishaps.brownOut())) {
      chip.powerUp();
    }
    if (!chip.answers()) {
      throw nobody(address);
    }
    return chip;
  }

  private static BusException nobody(int address) {
    return new BusException("nobody answers at 0x" + HEX.toHexDigits((byte) address));
  }

  private static BusException lost(int address) {
    return new BusException(
        "the transfer with 0x" + HEX.toHexDigits((byte) address) + " broke off");
  }

  private boolean happens(double probability) {
    return probability > 0 && chance.nextDouble() < probability;
  }
}
