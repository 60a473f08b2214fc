package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.WordChip;

/**
 * ADS1115: TI SBAS444. It is busy for a number of transfers after a conversion was begun, and holds
 * the old one until then.
 */
public final class EmulatedAds1115 extends WordChip {
  private static final int CONVERSION = 0;
  private static final int CONFIGURATION = 1;
  private static final int AT_RESET = 0x8583;
  private static final int START_OR_IDLE = 0x8000;
  private static final double[] RANGE = {6.144, 4.096, 2.048, 1.024, .512, .256, .256, .256}; // V

  private final Physical world;
  private final int busyReads;
  private int configuration = AT_RESET;
  private int conversion;
  private int busy; // reads of its configuration until it is done

  /**
   * @param world with voltages
   * @param busyReads how often its configuration is read in vain after a conversion was begun
   */
  public EmulatedAds1115(Physical world, int busyReads) {
    this.world = world;
    this.busyReads = busyReads;
  }

  @Override
  public void powerUp() {
    configuration = AT_RESET;
    conversion = 0;
    busy = 0;
  }

  @Override
  protected int word(int register) {
    return switch (register) {
      case CONVERSION -> conversion & 0xffff;
      case CONFIGURATION -> (configuration & ~START_OR_IDLE) | (busy > 0 ? 0 : START_OR_IDLE);
      default -> 0;
    };
  }

  @Override
  protected void burst(int register) {
    if (register == CONFIGURATION && busy > 0 && --busy == 0) {
      convert();
    }
  }

  private void convert() {
    int input = (configuration >> 12) & 3;
    double steps = world.voltage(input) / RANGE[(configuration >> 9) & 7] * (1 << 15);
    conversion = (int) Math.clamp(Math.rint(steps), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  @Override
  protected void writeWord(int register, int value) {
    if (register == CONFIGURATION) {
      configuration = value;
      if ((value & START_OR_IDLE) != 0) {
        busy = busyReads + 1;
      }
    }
  }
}
