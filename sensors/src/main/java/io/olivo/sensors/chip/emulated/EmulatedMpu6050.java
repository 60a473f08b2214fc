package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;

/** MPU-6050: RM-MPU-6000A-00 revision 4.2. Asleep after power-up; a burst is one sample. */
public final class EmulatedMpu6050 extends EmulatedChip {
  private static final int GYRO_CONFIG = 0x1b;
  private static final int ACCEL_CONFIG = 0x1c;
  private static final int DATA = 0x3b;
  private static final int DATA_END = 0x49;
  private static final int PWR_MGMT_1 = 0x6b;
  private static final int WHO_AM_I = 0x75;
  private static final int SLEEP = 0x40;
  private static final int RESET = 0x80;
  private static final double[] STEPS_PER_G = {16384, 8192, 4096, 2048}; // [range]
  private static final double[] STEPS_PER_DEGREE = {131, 65.5, 32.8, 16.4}; // [range] per second
  private static final double G = 9.80665;

  private final Physical world;
  private final int[] registers = new int[256];

  /**
   * @param world with what it is fixed to
   */
  public EmulatedMpu6050(Physical world) {
    this.world = world;
    powerUp();
  }

  @Override
  public void powerUp() {
    Arrays.fill(registers, 0);
    registers[PWR_MGMT_1] = SLEEP;
    registers[WHO_AM_I] = 0x68;
  }

  @Override
  protected void burst(int register) {
    if ((registers[PWR_MGMT_1] & SLEEP) != 0) {
      return; // the data stay as they are
    }
    double perG = STEPS_PER_G[range(ACCEL_CONFIG)];
    double perDegree = STEPS_PER_DEGREE[range(GYRO_CONFIG)];
    for (int axis = 0; axis < 3; axis++) {
      put(DATA + 2 * axis, world.acceleration(axis) / G * perG);
      put(DATA + 8 + 2 * axis, world.rate(axis) * 180 / StrictMath.PI * perDegree);
    }
    put(DATA + 6, (world.temperature() - 273.15 - 36.53) * 340);
  }

  private int range(int register) {
    return (registers[register] >> 3) & 3;
  }

  private void put(int register, double steps) {
    int word = (int) Math.clamp(Math.rint(steps), Short.MIN_VALUE, Short.MAX_VALUE);
    registers[register] = (word >> 8) & 0xff;
    registers[register + 1] = word & 0xff;
  }

  @Override
  protected int read(int register) {
    return registers[register];
  }

  @Override
  protected void write(int register, int value) {
    boolean readOnly = register == WHO_AM_I || (register >= DATA && register < DATA_END);
    if (register == PWR_MGMT_1 && (value & RESET) != 0) {
      powerUp();
    } else if (!readOnly) {
      registers[register] = value;
    }
  }
}
