package io.olivo.actuators.chip;

import io.olivo.sensors.bus.emulated.EmulatedChip;

/** Acknowledges everything and keeps nothing. */
final class Deaf extends EmulatedChip {
  @Override
  public void powerUp() {}

  @Override
  protected int read(int register) {
    return 0;
  }

  @Override
  protected void write(int register, int value) {}
}
