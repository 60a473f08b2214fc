package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.Registers;
import java.util.List;

/**
 * AS5600, the angle of a magnet on a shaft, 12 bits per turn. Source: ams AS5600 datasheet v1-06,
 * register map on page 18.
 *
 * <p>The raw angle is read, not the scaled one, which has a hysteresis at the end of its turn. Its
 * one-time-programmable registers are never written.
 */
public final class As5600 implements PolledSensor {
  /** Where it always is. */
  public static final int ADDRESS = 0x36;

  private static final int STATUS = 0x0b;
  private static final int RAW_ANGLE = 0x0c;
  private static final int MAGNET_DETECTED = 1 << 5;
  private static final int STEPS = 4096; // per turn
  private static final double STEP = 2 * StrictMath.PI / STEPS; // rad

  private final Registers registers;
  private final int zero;
  private final int direction;

  /**
   * @param bus it is on
   * @param zero raw angle that counts as 0, 0 to 4095
   * @param reversed whether the angle grows the other way
   */
  public As5600(I2cBus bus, int zero, boolean reversed) {
    if (zero < 0 || zero >= STEPS) {
      throw new IllegalArgumentException("the zero of an as5600 is 0 to 4095, got " + zero);
    }
    registers = new Registers(bus, ADDRESS, "as5600");
    this.zero = zero;
    direction = reversed ? -1 : 1;
  }

  @Override
  public String name() {
    return registers.name();
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("angle", Unit.RADIAN, true));
  }

  @Override
  public double begin(int step) throws BusException {
    requireMagnet();
    return READY;
  }

  private void requireMagnet() throws BusException {
    if ((registers.read(STATUS) & MAGNET_DETECTED) == 0) {
      throw new BusException(
          name() + " sees no magnet: it belongs on the axis, 0.5 to 3 mm above the chip");
    }
  }

  /** From -pi up to, but without, pi. */
  @Override
  public void read(double[] out) throws BusException {
    requireMagnet();
    registers.burst(RAW_ANGLE, 2);
    int raw = registers.unsignedBigEndian(0);
    if (raw >= STEPS) {
      throw new BusException(name() + " says an angle beyond a turn: " + raw);
    }
    int turned = direction * (raw - zero);
    out[0] = (Math.floorMod(turned + STEPS / 2, STEPS) - STEPS / 2) * STEP;
  }
}
