package io.olivo.actuators.servo.emulated;

/**
 * Dynamixel XL330 and XL430, after ROBOTIS' e-Manual. What is kept without power can only be
 * written without torque. It shuts down when it is overloaded, until it is started anew. Its
 * watchdog stops it and keeps goals from being written.
 */
public final class EmulatedDynamixelX extends EmulatedServo {
  private static final int KEPT_BELOW = 64;
  private static final int ID = 7;
  private static final int RETURN_DELAY = 9;
  private static final int TORQUE = 64;
  private static final int RETURN_LEVEL = 68;
  private static final int HARDWARE_ERROR = 70;
  private static final int WATCHDOG = 98;
  private static final int BARKED = 0xff;
  private static final int GOAL_PWM = 100;
  private static final int GOAL = 116;
  private static final int FIRST_MEASURED = 120;
  private static final int LAST_MEASURED = 147;
  private static final int ALERT = 0x80;
  private static final int DATA_RANGE = 4;
  private static final int ACCESS = 7;
  private static final int OVERLOAD = 1 << 5;
  private static final double DELAY_STEP = 2e-6; // s
  private static final long WATCHDOG_NANOS = 20_000_000;

  private final boolean measuresCurrent;
  private long heardNanos;

  /**
   * A servo as it comes.
   *
   * @param id on the line
   * @param model its number: 1200 for an XL330-M288, 1060 for an XL430-W250
   * @param plant what it moves
   */
  public EmulatedDynamixelX(int id, int model, ServoPlant plant) {
    super(234, KEPT_BELOW, plant);
    measuresCurrent = model != 1060;
    make(0, 2, model);
    make(6, 1, 52);
    make(ID, 1, id);
    make(8, 1, 1);
    make(RETURN_DELAY, 1, 250);
    make(11, 1, 3);
    make(13, 1, 2);
    make(36, 2, 885);
    make(48, 4, 4095);
    make(63, 1, 53);
    powerUp();
  }

  @Override
  void reset() {
    poke(RETURN_LEVEL, 1, 2);
    poke(GOAL_PWM, 2, 885);
    feel();
    poke(GOAL, 4, peek(132, 4));
  }

  /** It has done too much for too long, and shuts down. */
  public void overload() {
    poke(HARDWARE_ERROR, 1, OVERLOAD);
    poke(TORQUE, 1, 0);
  }

  @Override
  public int id() {
    return peek(ID, 1);
  }

  @Override
  public boolean torque() {
    return peek(TORQUE, 1) == 1;
  }

  /** Whether the watchdog has stopped it. */
  public boolean barked() {
    return peek(WATCHDOG, 1) == BARKED;
  }

  @Override
  double returnDelay() {
    return peek(RETURN_DELAY, 1) * DELAY_STEP;
  }

  @Override
  boolean answersWrites() {
    return peek(RETURN_LEVEL, 1) == 2;
  }

  @Override
  int alert() {
    return peek(HARDWARE_ERROR, 1) == 0 ? 0 : ALERT;
  }

  @Override
  void hear(long now) {
    int steps = peek(WATCHDOG, 1);
    boolean watches = torque() && steps > 0 && steps != BARKED;
    if (watches && now - heardNanos > steps * WATCHDOG_NANOS) {
      super.hear(heardNanos + steps * WATCHDOG_NANOS);
      poke(WATCHDOG, 1, BARKED);
      poke(GOAL, 4, peek(132, 4));
    }
    heardNanos = now;
    super.hear(now);
  }

  @Override
  int write(int address, byte[] data, int from, int count) {
    boolean measured = address + count > FIRST_MEASURED && address <= LAST_MEASURED;
    if (!has(address, count) || address < ID || measured || (isKept(address) && torque())) {
      return ACCESS;
    }
    if (barked() && address + count > GOAL_PWM && address < FIRST_MEASURED) {
      return DATA_RANGE;
    }
    if (address == TORQUE && data[from] == 1 && alert() != 0) {
      return ACCESS;
    }
    store(address, data, from, count);
    for (int i = 0; i < count; i++) {
      keep(address + i);
    }
    return 0;
  }

  @Override
  int read(int address, int count, byte[] out) {
    if (!has(address, count)) {
      return ACCESS;
    }
    load(address, count, out);
    return 0;
  }

  @Override
  double goal() {
    return radians(peek(GOAL, 4));
  }

  @Override
  double effort() {
    return torque() ? peek(GOAL_PWM, 2) / 885.0 : 0;
  }

  @Override
  void feel() {
    double effort = measuresCurrent ? plant().current() : plant().load();
    poke(126, 2, Math.clamp(Math.round(effort * 1000), -0x8000, 0x7fff));
    double rpm = plant().velocity() * 60 / (2 * StrictMath.PI);
    poke(128, 4, (int) Math.round(rpm / .229));
    poke(132, 4, (int) position());
    poke(144, 2, decivolts());
    poke(146, 1, celsius());
  }
}
