package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.WordChip;

/**
 * INA226: TI SBOS547B, section 7.1. Its first conversion takes some reads; until then it measures 0
 * and says so. Without a calibration, which nobody writes here, current and power stay 0.
 */
public final class EmulatedIna226 extends WordChip {
  private static final int CONFIGURATION = 0x00;
  private static final int SHUNT_VOLTAGE = 0x01;
  private static final int BUS_VOLTAGE = 0x02;
  private static final int MASK_ENABLE = 0x06;
  private static final int MANUFACTURER_ID = 0xfe;
  private static final int DIE_ID = 0xff;
  private static final int AT_RESET = 0x4127;
  private static final int RESET = 0x8000;
  private static final int CONVERSION_READY = 1 << 3;
  private static final int START_UP_READS = 3;
  private static final double SHUNT_STEP = 2.5e-6; // V
  private static final double BUS_STEP = 1.25e-3; // V

  private final Physical world;
  private final double shuntOhms;
  private final int busyReads;
  private int configuration;
  private int busy; // reads until something is converted
  private int shunt;
  private int bus;
  private boolean ready; // until it was told

  /**
   * @param world with a supply at input 0 and a current
   * @param shuntOhms through which the current flows
   * @param busyReads how often it is read in vain after its settings were written
   */
  public EmulatedIna226(Physical world, double shuntOhms, int busyReads) {
    this.world = world;
    this.shuntOhms = shuntOhms;
    this.busyReads = busyReads;
    powerUp();
  }

  @Override
  public void powerUp() {
    configuration = AT_RESET;
    busy = START_UP_READS;
    shunt = 0;
    bus = 0;
    ready = false;
  }

  @Override
  protected void burst(int register) {
    busy = Math.max(0, busy - 1);
    if (busy == 0) {
      shunt = steps(world.current() * shuntOhms / SHUNT_STEP, Short.MIN_VALUE);
      bus = steps(world.voltage(0) / BUS_STEP, 0);
      ready = true;
    }
  }

  private static int steps(double exact, int least) {
    return (int) Math.clamp(Math.rint(exact), least, Short.MAX_VALUE);
  }

  @Override
  protected int word(int register) {
    return switch (register) {
      case CONFIGURATION -> configuration;
      case SHUNT_VOLTAGE -> shunt & 0xffff;
      case BUS_VOLTAGE -> bus;
      case MASK_ENABLE -> ready ? CONVERSION_READY : 0;
      case MANUFACTURER_ID -> 0x5449;
      case DIE_ID -> 0x2260;
      default -> 0;
    };
  }

  @Override
  protected void writeWord(int register, int value) {
    if (register != CONFIGURATION) {
      return;
    }
    if ((value & RESET) != 0) {
      powerUp();
    } else {
      configuration = value;
      busy = busyReads + 1;
      ready = false;
    }
  }
}
