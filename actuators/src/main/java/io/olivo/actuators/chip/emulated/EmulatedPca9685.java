package io.olivo.actuators.chip.emulated;

import io.olivo.sensors.bus.emulated.EmulatedChip;
import java.util.Arrays;

/**
 * PCA9685: NXP revision 4, section 7.3. Asleep after power-up with all outputs off; its prescale is
 * only taken asleep; registers do not go on before they are told to. With OCH an output changes
 * when all four of its registers were written in one transfer. Without, it changes at once here,
 * not at the stop.
 */
public final class EmulatedPca9685 extends EmulatedChip {
  /** How many outputs there are. */
  public static final int OUTPUTS = 16;

  private static final int MODE1 = 0x00;
  private static final int MODE2 = 0x01;
  private static final int LED0_ON_L = 0x06;
  private static final int LED_END = 0x46;
  private static final int ALL_LED_ON_L = 0xfa;
  private static final int PRE_SCALE = 0xfe;
  private static final int RESTART = 0x80;
  private static final int AUTO_INCREMENT = 0x20;
  private static final int SLEEP = 0x10;
  private static final int CHANGED_ON_ACK = 0x08;
  private static final int FULL = 0x1000;
  private static final int COUNTS = 4096;
  private static final int ALL_LOADED = 0xf;
  private static final int LEAST_PRESCALE = 3;
  private static final long CLOCK_NANOS = 40;

  private final int[] registers = new int[256];
  private final int[] on = new int[OUTPUTS]; // in effect
  private final int[] off = new int[OUTPUTS];
  private final int[] loaded = new int[OUTPUTS]; // which of its registers, in this transfer
  private boolean stopped; // it slept while outputs ran, and was not restarted
  private Runnable watcher = () -> {};

  /** A chip that just got its power. */
  public EmulatedPca9685() {
    powerUp();
  }

  /** Who looks at the outputs after every change of one. */
  public void watched(Runnable newWatcher) {
    watcher = newWatcher;
  }

  @Override
  public void powerUp() {
    Arrays.fill(registers, 0);
    registers[MODE1] = 0x11;
    registers[MODE2] = 0x04;
    registers[0x02] = 0xe2;
    registers[0x03] = 0xe4;
    registers[0x04] = 0xe8;
    registers[0x05] = 0xe0;
    registers[PRE_SCALE] = 0x1e;
    stopped = false;
    for (int output = 0; output < OUTPUTS; output++) {
      registers[LED0_ON_L + 4 * output + 3] = FULL >> 8;
      load(output);
    }
    watcher.run();
  }

  private void load(int output) {
    on[output] = word(LED0_ON_L + 4 * output);
    off[output] = word(LED0_ON_L + 4 * output + 2);
    loaded[output] = 0;
  }

  private int word(int register) {
    return registers[register] | (registers[register + 1] << 8);
  }

  /** The share of its period in which an output is high, 0 to 1. */
  public double duty(int output) {
    return (double) counts(output) / COUNTS;
  }

  /** How long the pulses of an output are [ns]. */
  public long highNanos(int output) {
    return counts(output) * CLOCK_NANOS * (registers[PRE_SCALE] + 1);
  }

  private int counts(int output) {
    if (asleep() || stopped || (off[output] & FULL) != 0) {
      return 0;
    }
    return (on[output] & FULL) != 0 ? COUNTS : Math.floorMod(off[output] - on[output], COUNTS);
  }

  private boolean asleep() {
    return (registers[MODE1] & SLEEP) != 0;
  }

  @Override
  protected void begin() {
    Arrays.fill(loaded, 0);
  }

  @Override
  protected int read(int register) {
    if (register == MODE1) {
      return registers[MODE1] | (stopped ? RESTART : 0);
    }
    return register >= ALL_LED_ON_L && register < PRE_SCALE ? 0 : registers[register];
  }

  @Override
  protected void write(int register, int value) {
    if (register == MODE1) {
      mode(value);
    } else if (register == PRE_SCALE) {
      prescale(value);
    } else if (register >= LED0_ON_L && register < LED_END) {
      watch(put((register - LED0_ON_L) / 4, (register - LED0_ON_L) % 4, value));
    } else if (register >= ALL_LED_ON_L && register < PRE_SCALE) {
      allLeds(register - ALL_LED_ON_L, value);
    } else if (register < LED0_ON_L) {
      registers[register] = value;
    }
  }

  private void mode(int value) {
    boolean running = false;
    for (int output = 0; output < OUTPUTS; output++) {
      running |= counts(output) > 0;
    }
    stopped |= running && (value & SLEEP) != 0;
    stopped &= (value & RESTART) == 0 || (value & SLEEP) != 0;
    registers[MODE1] = value & ~RESTART;
    watcher.run();
  }

  private void prescale(int value) {
    if (asleep()) {
      registers[PRE_SCALE] = Math.max(value, LEAST_PRESCALE);
    }
  }

  private void allLeds(int part, int value) {
    boolean changed = false;
    for (int output = 0; output < OUTPUTS; output++) {
      changed |= put(output, part, value);
    }
    watch(changed);
  }

  /** Whether the output is another one now. */
  private boolean put(int output, int part, int value) {
    registers[LED0_ON_L + 4 * output + part] = value & (part % 2 == 0 ? 0xff : 0x1f);
    loaded[output] |= 1 << part;
    boolean onAck = (registers[MODE2] & CHANGED_ON_ACK) != 0;
    boolean complete = !onAck || loaded[output] == ALL_LOADED;
    if (complete) {
      load(output);
      stopped &= asleep(); // one of the ways to restart
    }
    return complete;
  }

  private void watch(boolean changed) {
    if (changed) {
      watcher.run();
    }
  }

  @Override
  protected int after(int register) {
    if ((registers[MODE1] & AUTO_INCREMENT) == 0) {
      return register;
    }
    return register == LED_END - 1 ? MODE1 : super.after(register);
  }
}
