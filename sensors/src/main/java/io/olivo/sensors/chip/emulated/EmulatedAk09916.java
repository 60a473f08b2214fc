package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;

/**
 * AK09916 inside an ICM-20948: DS-000189 revision 1.3, page 77. It answers only when the chip
 * around it lets it, has its supply from it, and keeps its data until the second status was read.
 */
public final class EmulatedAk09916 extends EmulatedChip {
  /** Where it always is. */
  public static final int ADDRESS = 0x0c;

  private static final int WIA2 = 0x01;
  private static final int ST1 = 0x10;
  private static final int HXL = 0x11;
  private static final int ST2 = 0x18;
  private static final int CNTL2 = 0x31;
  private static final int CNTL3 = 0x32;
  private static final int DRDY = 1;
  private static final int HOFL = 1 << 3;
  private static final int MOST_STEPS = 32752;
  private static final double STEP = .15e-6; // T
  private static final double LARGEST_SUM = 4912e-6; // T, of all axes
  private static final int[] DIRECTION = {1, -1, -1}; // [axis] against the accelerometer's

  private final Physical world;
  private final EmulatedIcm20948 around;
  private final int[] registers = new int[256];
  private boolean held; // until the second status is read

  EmulatedAk09916(Physical world, EmulatedIcm20948 around) {
    this.world = world;
    this.around = around;
    reset();
  }

  void reset() {
    Arrays.fill(registers, 0);
    registers[0] = 0x48;
    registers[WIA2] = 0x09;
    held = false;
  }

  @Override
  public void powerUp() {
    around.powerUp();
  }

  @Override
  protected boolean answers() {
    return around.lets();
  }

  @Override
  protected void burst(int register) {
    if (registers[CNTL2] == 0 || held) {
      return;
    }
    double sum = 0;
    for (int axis = 0; axis < DIRECTION.length; axis++) {
      put(HXL + 2 * axis, DIRECTION[axis] * world.field(axis) / STEP);
      sum += Math.abs(world.field(axis));
    }
    registers[ST1] = DRDY;
    registers[ST2] = sum < LARGEST_SUM ? 0 : HOFL;
  }

  private void put(int register, double steps) {
    int word = (int) Math.clamp(Math.rint(steps), -MOST_STEPS, MOST_STEPS);
    registers[register] = word & 0xff;
    registers[register + 1] = (word >> 8) & 0xff;
  }

  @Override
  protected int read(int register) {
    boolean data = register >= HXL && register < ST2;
    held = (held || data) && register != ST2;
    return registers[register];
  }

  @Override
  protected void write(int register, int value) {
    if (register == CNTL3 && value == 1) {
      reset();
    } else if (register == CNTL2) {
      registers[CNTL2] = value;
    }
  }
}
