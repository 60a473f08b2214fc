package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;

/**
 * LSM6DSOX: ST DS12814. Accelerometer and gyroscope are each off until they have a rate, and their
 * data stay as they were. A burst is one sample, and stays at its register without IF_INC.
 */
public final class EmulatedLsm6dsox extends EmulatedChip {
  private static final int WHO_AM_I = 0x0f;
  private static final int CTRL1_XL = 0x10;
  private static final int CTRL2_G = 0x11;
  private static final int CTRL3_C = 0x12;
  private static final int STATUS_REG = 0x1e;
  private static final int OUT_TEMP = 0x20;
  private static final int OUT_G = 0x22;
  private static final int OUT_A = 0x28;
  private static final int SW_RESET = 1 << 0;
  private static final int IF_INC = 1 << 2;
  private static final int TEMPERATURE_AND_RATE = 0b110;
  private static final int ACCELERATION = 0b001;
  private static final double[] G_STEP = {.061e-3, .488e-3, .122e-3, .244e-3}; // [range]
  private static final double[] DEGREE_STEP = {8.75e-3, 17.5e-3, 35e-3, 70e-3}; // [range]
  private static final double SMALLEST_DEGREE_STEP = 4.375e-3;
  private static final double G = 9.80665;

  private final Physical world;
  private final int[] registers = new int[256];

  /**
   * @param world with what it is fixed to
   */
  public EmulatedLsm6dsox(Physical world) {
    this.world = world;
    powerUp();
  }

  @Override
  public void powerUp() {
    Arrays.fill(registers, 0);
    registers[WHO_AM_I] = 0x6c;
    registers[CTRL3_C] = IF_INC;
  }

  @Override
  protected void burst(int register) {
    if (registers[CTRL1_XL] >> 4 != 0) {
      double step = G_STEP[(registers[CTRL1_XL] >> 2) & 3];
      for (int axis = 0; axis < 3; axis++) {
        put(OUT_A + 2 * axis, world.acceleration(axis) / G / step);
      }
      registers[STATUS_REG] |= ACCELERATION;
    }
    if (registers[CTRL2_G] >> 4 != 0) {
      for (int axis = 0; axis < 3; axis++) {
        put(OUT_G + 2 * axis, world.rate(axis) * 180 / StrictMath.PI / degreeStep());
      }
      put(OUT_TEMP, (world.temperature() - 273.15 - 25) * 256);
      registers[STATUS_REG] |= TEMPERATURE_AND_RATE;
    }
  }

  private double degreeStep() {
    boolean smallest = (registers[CTRL2_G] & 0b10) != 0;
    return smallest ? SMALLEST_DEGREE_STEP : DEGREE_STEP[(registers[CTRL2_G] >> 2) & 3];
  }

  private void put(int register, double steps) {
    int word = (int) Math.clamp(Math.rint(steps), Short.MIN_VALUE, Short.MAX_VALUE);
    registers[register] = word & 0xff;
    registers[register + 1] = (word >> 8) & 0xff;
  }

  @Override
  protected int read(int register) {
    return registers[register];
  }

  @Override
  protected void write(int register, int value) {
    if (register == CTRL3_C && (value & SW_RESET) != 0) {
      powerUp();
    } else if (register >= CTRL1_XL && register <= CTRL3_C) {
      registers[register] = value;
    }
  }

  @Override
  protected int after(int register) {
    return (registers[CTRL3_C] & IF_INC) != 0 ? super.after(register) : register;
  }
}
