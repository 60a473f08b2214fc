package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.WordChip;

/** INA219: TI SBOS448G. No current before it is calibrated; a current too large overflows. */
public final class EmulatedIna219 extends WordChip {
  private static final int CONFIGURATION = 0;
  private static final int SHUNT_VOLTAGE = 1;
  private static final int BUS_VOLTAGE = 2;
  private static final int CURRENT = 4;
  private static final int CALIBRATION = 5;
  private static final int AT_RESET = 0x399f;
  private static final int RESET = 0x8000;
  private static final double SHUNT_STEP = 10e-6; // V
  private static final int MOST_SHUNT_STEPS = 32000; // 320 mV
  private static final double BUS_STEP = 4e-3; // V

  private final Physical world;
  private final double shuntOhms;
  private int configuration = AT_RESET;
  private int calibration;

  /**
   * @param world with a supply at input 0 and a current
   * @param shuntOhms through which the current flows
   */
  public EmulatedIna219(Physical world, double shuntOhms) {
    this.world = world;
    this.shuntOhms = shuntOhms;
  }

  @Override
  public void powerUp() {
    configuration = AT_RESET;
    calibration = 0;
  }

  @Override
  protected int word(int register) {
    return switch (register) {
      case CONFIGURATION -> configuration;
      case SHUNT_VOLTAGE -> shuntSteps() & 0xffff;
      case BUS_VOLTAGE -> (busSteps() << 3) | (overflows() ? 1 : 0);
      case CURRENT -> (int) currentSteps() & 0xffff;
      case CALIBRATION -> calibration;
      default -> 0;
    };
  }

  private int shuntSteps() {
    double steps = Math.rint(world.current() * shuntOhms / SHUNT_STEP);
    return (int) Math.clamp(steps, -MOST_SHUNT_STEPS, MOST_SHUNT_STEPS);
  }

  private int busSteps() {
    return (int) Math.clamp(Math.rint(world.voltage(0) / BUS_STEP), 0, 8000);
  }

  private long currentSteps() {
    return (long) shuntSteps() * calibration / 4096;
  }

  private boolean overflows() {
    return Math.abs(currentSteps()) > Short.MAX_VALUE;
  }

  @Override
  protected void writeWord(int register, int value) {
    if (register == CONFIGURATION && (value & RESET) != 0) {
      powerUp();
    } else if (register == CONFIGURATION) {
      configuration = value;
    } else if (register == CALIBRATION) {
      calibration = value & 0xfffe;
    }
  }
}
