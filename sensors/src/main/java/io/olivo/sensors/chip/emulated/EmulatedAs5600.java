package io.olivo.sensors.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;

/** AS5600: ams datasheet v1-06, page 18. Angles do not go on to the next register. */
public final class EmulatedAs5600 extends EmulatedChip {
  private static final int STATUS = 0x0b;
  private static final int RAW_ANGLE = 0x0c;
  private static final int ANGLE = 0x0e;
  private static final int MAGNITUDE = 0x1b;
  private static final int MAGNET_DETECTED = 1 << 5;
  private static final int MAGNET_TOO_WEAK = 1 << 4;
  private static final int STEPS = 4096;

  private final Physical world;
  private boolean magnet = true;
  private int sampled;

  /**
   * @param world with the shaft
   */
  public EmulatedAs5600(Physical world) {
    this.world = world;
  }

  /** Whether there is a magnet above it. */
  public void magnet(boolean present) {
    magnet = present;
  }

  @Override
  public void powerUp() {}

  @Override
  protected void burst(int register) {
    double turns = world.angle() / (2 * StrictMath.PI);
    sampled = Math.floorMod((long) Math.floor(turns * STEPS + .5), STEPS);
  }

  @Override
  protected int read(int register) {
    return switch (register) {
      case STATUS -> magnet ? MAGNET_DETECTED : MAGNET_TOO_WEAK;
      case RAW_ANGLE, ANGLE -> sampled >> 8;
      case RAW_ANGLE + 1, ANGLE + 1 -> sampled & 0xff;
      default -> 0;
    };
  }

  @Override
  protected void write(int register, int value) {}

  @Override
  protected int after(int register) {
    return switch (register) {
      case RAW_ANGLE + 1, ANGLE + 1, MAGNITUDE + 1 -> register - 1;
      default -> super.after(register);
    };
  }
}
