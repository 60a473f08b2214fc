package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * BNO055: BST-BNO055-DS000-14. Its data are 0 until it computes orientations, and its units are
 * kept only while it does not. Where the bus does not stand its clock, the highest bits of bytes
 * flip.
 */
public final class EmulatedBno055 extends EmulatedChip {
  private static final int PAGE_ID = 0x07;
  private static final int ACC_DATA = 0x08;
  private static final int GYR_DATA = 0x14;
  private static final int QUA_DATA = 0x20;
  private static final int SYS_STATUS = 0x39;
  private static final int UNIT_SEL = 0x3b;
  private static final int OPR_MODE = 0x3d;
  private static final int SYS_TRIGGER = 0x3f;
  private static final int RST_SYS = 1 << 5;
  private static final int FIRST_FUSION_MODE = 0x08;
  private static final int LAST_FUSION_MODE = 0x0c;
  private static final int FUSION_RUNS = 5;
  private static final int RADIANS = 1 << 1;
  private static final int MILLI_G = 1;
  private static final int TOP = 0x80;

  private final Physical world;
  private final SplittableRandom chance;
  private final int[] registers = new int[128];
  private double flips; // of a byte that is read

  /**
   * @param world with what it is fixed to
   * @param seed of the bits that flip
   */
  public EmulatedBno055(Physical world, long seed) {
    this.world = world;
    chance = new SplittableRandom(seed);
    powerUp();
  }

  /** From now on the highest bit of a byte that is read is wrong, with this probability. */
  public void flip(double probability) {
    flips = probability;
  }

  @Override
  public void powerUp() {
    Arrays.fill(registers, 0);
    registers[0] = 0xa0;
    registers[1] = 0xfb;
    registers[2] = 0x32;
    registers[3] = 0x0f;
    registers[UNIT_SEL] = 0x80;
  }

  private boolean fuses() {
    return registers[OPR_MODE] >= FIRST_FUSION_MODE && registers[OPR_MODE] <= LAST_FUSION_MODE;
  }

  @Override
  protected void burst(int register) {
    registers[SYS_STATUS] = fuses() ? FUSION_RUNS : 0;
    if (!fuses()) {
      return;
    }
    double perAcceleration = (registers[UNIT_SEL] & MILLI_G) != 0 ? 1000 / 9.80665 : 100;
    double perRate = (registers[UNIT_SEL] & RADIANS) != 0 ? 900 : 16 * 180 / StrictMath.PI;
    for (int axis = 0; axis < 3; axis++) {
      put(ACC_DATA + 2 * axis, world.acceleration(axis) * perAcceleration);
      put(GYR_DATA + 2 * axis, world.rate(axis) * perRate);
    }
    for (int part = 0; part < 4; part++) {
      put(QUA_DATA + 2 * part, world.orientation(part) * (1 << 14));
    }
  }

  private void put(int register, double steps) {
    int word = (int) Math.clamp(Math.rint(steps), Short.MIN_VALUE, Short.MAX_VALUE);
    registers[register] = word & 0xff;
    registers[register + 1] = (word >> 8) & 0xff;
  }

  @Override
  protected int read(int register) {
    boolean otherPage = registers[PAGE_ID] != 0 && register != PAGE_ID;
    int value = otherPage || register >= registers.length ? 0 : registers[register];
    return flips > 0 && chance.nextDouble() < flips ? value ^ TOP : value;
  }

  @Override
  protected void write(int register, int value) {
    if (register == PAGE_ID) {
      registers[PAGE_ID] = value;
    } else if (registers[PAGE_ID] == 0) {
      writeFirstPage(register, value);
    }
  }

  private void writeFirstPage(int register, int value) {
    if (register == SYS_TRIGGER && (value & RST_SYS) != 0) {
      powerUp();
    } else if (register == OPR_MODE) {
      registers[OPR_MODE] = value;
    } else if (register == UNIT_SEL && registers[OPR_MODE] == 0) {
      registers[UNIT_SEL] = value;
    }
  }
}
