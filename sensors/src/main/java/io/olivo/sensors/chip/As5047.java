package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.bus.SpiBus;
import java.util.List;

/**
 * AS5047P and AS5047D, the angle of a magnet on a shaft, 14 bits per turn. Source: ams AS5047P
 * datasheet, SPI interface and volatile registers; mode 1, at most 10 MHz.
 *
 * <p>A frame is 16 bits: parity (even), read or error, 14 bits of address or data. What was asked
 * for comes with the next frame. The diagnosis is read before and after the angle, so that a supply
 * or a wire that fails in between is seen. A wire that fails for less than one reading of four
 * frames, just while the angle comes, is not: all bits low are the angle 0.
 */
public final class As5047 implements PolledSensor {
  /** Its clock rests low, and it samples at the falling edge. */
  public static final int SPI_MODE = 1;

  private static final int NOP = 0x0000;
  private static final int ERRFL = 0x0001; // reading clears it
  private static final int DIAAGC = 0x3ffc;
  private static final int ANGLECOM = 0x3fff; // compensated for the delay at speed
  private static final int READ_OR_ERROR = 1 << 14;
  private static final int PARITY = 1 << 15;
  private static final int DATA = 0x3fff;
  private static final int MAGNET_TOO_WEAK = 1 << 11; // MAGL
  private static final int MAGNET_TOO_STRONG = 1 << 10; // MAGH
  private static final int CORDIC_OVERFLOW = 1 << 9; // COF
  private static final int OFFSETS_COMPENSATED = 1 << 8; // LF: it has started up
  private static final int STEPS = 1 << 14; // per turn
  private static final double STEP = 2 * StrictMath.PI / STEPS; // rad
  private static final double START_UP_SECONDS = 10e-3;

  private final SpiBus bus;
  private final String name;
  private final int zero;
  private final int direction;
  private final byte[] out = new byte[2];
  private final byte[] in = new byte[2];

  /**
   * @param bus with it behind the chip select, in mode 1
   * @param name for messages, such as "as5047 at spi-0.1"
   * @param zero raw angle that counts as 0, 0 to 16383
   * @param reversed whether the angle grows the other way
   */
  public As5047(SpiBus bus, String name, int zero, boolean reversed) {
    if (zero < 0 || zero >= STEPS) {
      throw new IllegalArgumentException("the zero of an as5047 is 0 to 16383, got " + zero);
    }
    this.bus = bus;
    this.name = name;
    this.zero = zero;
    direction = reversed ? -1 : 1;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("angle", Unit.RADIAN, true));
  }

  @Override
  public double begin(int step) throws BusException {
    if (step == 0) {
      clearErrors();
      return START_UP_SECONDS;
    }
    exchange(DIAAGC);
    requireSound(answer(NOP));
    return READY;
  }

  /** From -pi up to, but without, pi. */
  @Override
  public void read(double[] out) throws BusException {
    exchange(DIAAGC);
    requireSound(answer(ANGLECOM));
    int raw = answer(DIAAGC);
    requireSound(answer(NOP));
    int turned = direction * (raw - zero);
    out[0] = (Math.floorMod(turned + STEPS / 2, STEPS) - STEPS / 2) * STEP;
  }

  private void requireSound(int diagnosis) throws BusException {
    if ((diagnosis & OFFSETS_COMPENSATED) == 0) {
      throw new BusException(name + " has not started up, or is not there");
    }
    if ((diagnosis & MAGNET_TOO_WEAK) != 0) {
      throw new BusException(name + " sees too weak a magnet, or none");
    }
    if ((diagnosis & (MAGNET_TOO_STRONG | CORDIC_OVERFLOW)) != 0) {
      throw new BusException(name + " sees too strong a magnet: it belongs further away");
    }
  }

  /** What was asked for with the frame before, while the next is asked for. */
  private int answer(int nextAddress) throws BusException {
    int frame = exchange(nextAddress);
    if (Integer.bitCount(frame) % 2 != 0) {
      throw new BusException(name + " was not understood: the parity of its answer is wrong");
    }
    if ((frame & READ_OR_ERROR) != 0) {
      int errors = clearErrors();
      throw new BusException("%s did not understand, errors 0x%x".formatted(name, errors));
    }
    return frame & DATA;
  }

  private int clearErrors() throws BusException {
    exchange(ERRFL);
    return exchange(NOP) & DATA;
  }

  private int exchange(int address) throws BusException {
    int read = address == NOP ? 0 : READ_OR_ERROR | address;
    int command = Integer.bitCount(read) % 2 == 0 ? read : PARITY | read;
    out[0] = (byte) (command >> 8);
    out[1] = (byte) command;
    bus.transfer(out, in, 2);
    return ((in[0] & 0xff) << 8) | (in[1] & 0xff);
  }
}
