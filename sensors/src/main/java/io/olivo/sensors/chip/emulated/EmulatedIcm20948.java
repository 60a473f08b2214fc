package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;

/**
 * ICM-20948: DS-000189 revision 1.3. Four banks of registers behind one number, bank 0 and asleep
 * after power-up; a burst is one sample.
 */
public final class EmulatedIcm20948 extends EmulatedChip {
  private static final int BANKS = 4;
  private static final int BANK_SIZE = 0x80;
  private static final int REG_BANK_SEL = 0x7f;
  private static final int USER_CTRL = 0x03;
  private static final int I2C_MST_EN = 1 << 5;
  private static final int PWR_MGMT_1 = 0x06;
  private static final int INT_PIN_CFG = 0x0f;
  private static final int BYPASS_EN = 1 << 1;
  private static final int DATA = 0x2d;
  private static final int GYRO_CONFIG_1 = 0x01; // bank 2
  private static final int ACCEL_CONFIG = 0x14; // bank 2
  private static final int SLEEP = 0x40;
  private static final int RESET = 0x80;
  private static final double[] STEPS_PER_G = {16384, 8192, 4096, 2048}; // [range]
  private static final double[] STEPS_PER_DEGREE = {131, 65.5, 32.8, 16.4}; // [range] per second
  private static final double G = 9.80665;

  private final Physical world;
  private final EmulatedAk09916 magnetometer;
  private final int[][] registers = new int[BANKS][BANK_SIZE];
  private int bank;

  /**
   * @param world with what it is fixed to
   */
  public EmulatedIcm20948(Physical world) {
    this.world = world;
    magnetometer = new EmulatedAk09916(world, this);
    powerUp();
  }

  /** The magnetometer inside, at 0x0c of the same bus. */
  public EmulatedAk09916 magnetometer() {
    return magnetometer;
  }

  @Override
  public void powerUp() {
    reset();
    magnetometer.reset();
  }

  private void reset() {
    for (int[] each : registers) {
      Arrays.fill(each, 0);
    }
    registers[0][0] = 0xea;
    registers[0][PWR_MGMT_1] = SLEEP | 1;
    registers[2][GYRO_CONFIG_1] = 1;
    registers[2][ACCEL_CONFIG] = 1;
    bank = 0;
  }

  /** Whether the magnetometer inside is connected to the bus. */
  boolean lets() {
    return (registers[0][INT_PIN_CFG] & BYPASS_EN) != 0
        && (registers[0][USER_CTRL] & I2C_MST_EN) == 0;
  }

  @Override
  protected void burst(int register) {
    if ((registers[0][PWR_MGMT_1] & SLEEP) != 0) {
      return; // the data stay as they are
    }
    double perG = STEPS_PER_G[range(ACCEL_CONFIG)];
    double perDegree = STEPS_PER_DEGREE[range(GYRO_CONFIG_1)];
    for (int axis = 0; axis < 3; axis++) {
      put(DATA + 2 * axis, world.acceleration(axis) / G * perG);
      put(DATA + 6 + 2 * axis, world.rate(axis) * 180 / StrictMath.PI * perDegree);
    }
    put(DATA + 12, (world.temperature() - 273.15 - 21) * 333.87);
  }

  private int range(int register) {
    return (registers[2][register] >> 1) & 3;
  }

  private void put(int register, double steps) {
    int word = (int) Math.clamp(Math.rint(steps), Short.MIN_VALUE, Short.MAX_VALUE);
    registers[0][register] = (word >> 8) & 0xff;
    registers[0][register + 1] = word & 0xff;
  }

  @Override
  protected int read(int register) {
    return register == REG_BANK_SEL ? bank << 4 : registers[bank][register % BANK_SIZE];
  }

  @Override
  protected void write(int register, int value) {
    if (register == REG_BANK_SEL) {
      bank = (value >> 4) & 3;
    } else if (bank == 0 && register == PWR_MGMT_1 && (value & RESET) != 0) {
      reset();
    } else if (keeps(register)) {
      registers[bank][register] = value;
    }
  }

  /** Of the registers that can be written only those that somebody looks at. */
  private boolean keeps(int register) {
    return switch (bank) {
      case 0 -> register == USER_CTRL || register == PWR_MGMT_1 || register == INT_PIN_CFG;
      case 2 -> register == GYRO_CONFIG_1 || register == ACCEL_CONFIG;
      default -> false;
    };
  }
}
