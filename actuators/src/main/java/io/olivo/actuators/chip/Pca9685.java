package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.Registers;

/**
 * PCA9685, sixteen outputs with pulses of one common period. Source: NXP PCA9685 revision 4,
 * section 7.3 and equation 1:
 *
 * <pre>
 * prescale = round(25 MHz / (4096 f)) - 1, at least 3
 * </pre>
 *
 * <p>A constant level, low or high, is sent when it is set, in the order of the calls: so a bridge
 * can be stopped before it is turned round. Pulses are sent together, neighbours in one transfer.
 * An output changes when its four registers are there (OCH), so a transfer that breaks off leaves
 * no half of a pulse.
 *
 * <p>Every turn ends with a look at the chip's modes and at all outputs in use. That finds a
 * brown-out, after which all outputs are off, and a bit that was flipped on its way, which I2C does
 * not see. Then every output is sent again. The look costs (9 + 4 n) bytes for n outputs, 1.7 ms of
 * a bus with 400 kHz for all sixteen, 6.6 ms with 100 kHz.
 *
 * <p>The reset of the chip by a general call is not used, it resets others, too. The clock of a
 * chip is off by some per cent, and its pulses with it.
 */
public final class Pca9685 implements OutputBoard {
  /** Where it is with all address pins low; up to 0x7f. */
  public static final int ADDRESS = 0x40;

  private static final int MODE1 = 0x00;
  private static final int MODE2 = 0x01;
  private static final int LED0_ON_L = 0x06;
  private static final int ALL_LED_ON_L = 0xfa;
  private static final int PRE_SCALE = 0xfe;
  private static final int RESTART = 0x80;
  private static final int AUTO_INCREMENT = 0x20; // without answering at 0x70, too
  private static final int SLEEP = 0x10;
  private static final int PUSH_PULL_CHANGED_ON_ACK = 0x0c; // 0x04 after a reset
  private static final int COUNTS = LedRegisters.COUNTS; // per period
  private static final int OUTPUTS = 16;
  private static final int BYTES = LedRegisters.BYTES; // per output
  private static final double CLOCK_HERTZ = 25e6;
  private static final long CLOCK_NANOS = 40;
  private static final int LEAST_PRESCALE = 3;
  private static final int MOST_PRESCALE = 255;
  private static final double WAKE_SECONDS = 1e-3; // its oscillator needs half of it

  private final I2cBus bus;
  private final int address;
  private final Registers registers;
  private final int prescale;
  private final boolean[] taken = new boolean[OUTPUTS];
  private final LedRegisters leds = new LedRegisters(OUTPUTS);
  private final byte[] out = new byte[1 + OUTPUTS * BYTES];
  private final byte[] in = new byte[LED0_ON_L + OUTPUTS * BYTES];
  private int used; // outputs, up to the last that is taken

  /**
   * @param bus it is on
   * @param address 0x40 to 0x7f
   * @param hertz of all its outputs, 24 to 1526
   */
  public Pca9685(I2cBus bus, int address, double hertz) {
    this.bus = bus;
    this.address = address;
    registers = new Registers(bus, address, "pca9685");
    prescale = (int) (Math.round(CLOCK_HERTZ / (COUNTS * hertz)) - 1);
    if (!(prescale >= LEAST_PRESCALE && prescale <= MOST_PRESCALE)) {
      throw new IllegalArgumentException(
          "%s makes 24 Hz to 1526 Hz, got %s Hz".formatted(name(), hertz));
    }
  }

  @Override
  public String name() {
    return registers.name();
  }

  /** The period of all its outputs [ns]; the nearest to what was asked for that it can make. */
  public long periodNanos() {
    return COUNTS * countNanos();
  }

  private long countNanos() {
    return CLOCK_NANOS * (prescale + 1);
  }

  /** An output with pulses; its period is {@link #periodNanos}. */
  public PwmNanos pulses(int output) {
    return take(output);
  }

  /** An output that is high or low. */
  public DigitalLine line(int output) {
    return take(output);
  }

  private Output take(int output) {
    if (output < 0 || output >= OUTPUTS || taken[output]) {
      throw new IllegalArgumentException(
          "output %d of %s: outputs go from 0 to 15, each can be used once"
              .formatted(output, name()));
    }
    taken[output] = true;
    used = Math.max(used, output + 1);
    return new Output(output);
  }

  private final class Output implements PwmNanos, DigitalLine {
    private final int number;

    Output(int number) {
      this.number = number;
    }

    @Override
    public void set(long periodNanos, long highNanos) throws BusException {
      want(number, counts(periodNanos, highNanos));
    }

    @Override
    public long rounded(long periodNanos, long highNanos) {
      return counts(periodNanos, highNanos) * countNanos();
    }

    /** What was set. */
    @Override
    public boolean read() {
      return leds.fullyOn(number);
    }

    @Override
    public void write(boolean high) throws BusException {
      want(number, high ? COUNTS : 0);
    }

    @Override
    public void close() {}
  }

  private int counts(long periodNanos, long highNanos) {
    if (periodNanos != periodNanos()) {
      throw new IllegalArgumentException(
          "all outputs of %s have a period of %d ns, got %d"
              .formatted(name(), periodNanos(), periodNanos));
    }
    long high = Math.clamp(highNanos, 0, periodNanos);
    return (int) ((high + countNanos() / 2) / countNanos());
  }

  private void want(int output, int counts) throws BusException {
    leds.want(output, counts);
    boolean level = counts == 0 || counts == COUNTS;
    if (level && leds.changed(output)) {
      sendChanged();
    }
  }

  /** Sets it up asleep with all outputs off, wakes it, and looks. */
  @Override
  public double begin(int step) throws BusException {
    return step == 0 ? setUp() : check();
  }

  private double setUp() throws BusException {
    registers.write(MODE1, AUTO_INCREMENT | SLEEP);
    registers.write(MODE2, PUSH_PULL_CHANGED_ON_ACK);
    off();
    registers.set(PRE_SCALE, prescale); // which it ignores awake
    registers.write(MODE1, AUTO_INCREMENT);
    return WAKE_SECONDS;
  }

  private double check() throws BusException {
    registers.write(MODE1, AUTO_INCREMENT | RESTART); // of outputs that are off by now
    look();
    return READY;
  }

  @Override
  public void off() throws BusException {
    leds.wantOff();
    out[0] = (byte) ALL_LED_ON_L;
    leds.copy(0, 1, out, 1);
    leds.doubt(); // should the transfer break off
    bus.write(address, out, 1 + BYTES);
    leds.sent(0, OUTPUTS);
  }

  @Override
  public void send() throws BusException {
    sendChanged();
    look();
  }

  private void sendChanged() throws BusException {
    int first = leds.nextChanged(0, used);
    while (first < used) {
      int end = leds.nextUnchanged(first, used);
      send(first, end);
      first = leds.nextChanged(end, used);
    }
  }

  private void send(int first, int end) throws BusException {
    out[0] = (byte) (LED0_ON_L + first * BYTES);
    leds.copy(first, end, out, 1);
    try {
      bus.write(address, out, 1 + (end - first) * BYTES);
    } catch (BusException e) {
      leds.doubt();
      throw e;
    }
    leds.sent(first, end);
  }

  private void look() throws BusException {
    out[0] = MODE1;
    bus.writeRead(address, out, 1, in, LED0_ON_L + used * BYTES);
    if ((in[MODE1] & ~RESTART) != AUTO_INCREMENT || in[MODE2] != PUSH_PULL_CHANGED_ON_ACK) {
      throw doubtful("has lost its settings: its supply may have dropped");
    }
    if (!leds.holds(in, LED0_ON_L, used)) {
      throw doubtful("does not hold what was sent: long or noisy wires?");
    }
  }

  private BusException doubtful(String what) {
    leds.doubt();
    return new BusException(name() + " " + what);
  }
}
