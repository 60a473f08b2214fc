package io.olivo.actuators.servo.emulated;

/**
 * Feetech STS3215, after Feetech's memory table. While it is locked, what should be kept without
 * power is changed, but not kept. A goal switches the torque on. Its status comes with every
 * answer, and goes when its cause goes.
 */
public final class EmulatedSts3215 extends EmulatedServo {
  private static final int KEPT_BELOW = 40;
  private static final int ID = 5;
  private static final int RETURN_DELAY = 7;
  private static final int RESPONSE_LEVEL = 8;
  private static final int MAX_TEMPERATURE = 13;
  private static final int MAX_TORQUE = 16;
  private static final int PHASE = 18;
  private static final int TORQUE = 40;
  private static final int GOAL = 42;
  private static final int TORQUE_LIMIT = 48;
  private static final int LOCK = 55;
  private static final int POSITION = 56;
  private static final int LAST_MEASURED = 70;
  private static final double DELAY_STEP = 2e-6; // s
  private static final int HOT = 1 << 2;
  private static final int OVERLOAD = 1 << 5;

  private boolean overloaded;

  /**
   * A servo as it comes.
   *
   * @param id on the line
   * @param plant what it moves
   */
  public EmulatedSts3215(int id, ServoPlant plant) {
    super(90, KEPT_BELOW, plant);
    make(0, 1, 3);
    make(1, 1, 10);
    make(3, 2, 777);
    make(ID, 1, id);
    make(RETURN_DELAY, 1, 250);
    make(RESPONSE_LEVEL, 1, 1);
    make(11, 2, 4095);
    make(MAX_TEMPERATURE, 1, 70);
    make(MAX_TORQUE, 2, 1000);
    make(PHASE, 1, 12);
    powerUp();
  }

  @Override
  void reset() {
    poke(TORQUE_LIMIT, 2, peek(MAX_TORQUE, 2));
    poke(LOCK, 1, 1);
    overloaded = false;
    feel();
    poke(GOAL, 2, peek(POSITION, 2));
  }

  /** Sets its phase, as another program may have left it. */
  public EmulatedSts3215 withPhase(int phase) {
    make(PHASE, 1, phase);
    poke(PHASE, 1, phase);
    return this;
  }

  /** Whether its load is too high at the moment. */
  public void overload(boolean isOverloaded) {
    overloaded = isOverloaded;
  }

  @Override
  public int id() {
    return peek(ID, 1);
  }

  @Override
  public boolean torque() {
    return peek(TORQUE, 1) == 1;
  }

  @Override
  double returnDelay() {
    return peek(RETURN_DELAY, 1) * DELAY_STEP;
  }

  @Override
  boolean answersWrites() {
    return peek(RESPONSE_LEVEL, 1) == 1;
  }

  @Override
  int alert() {
    return (overloaded ? OVERLOAD : 0) | (celsius() > peek(MAX_TEMPERATURE, 1) ? HOT : 0);
  }

  @Override
  int write(int address, byte[] data, int from, int count) {
    for (int i = 0; i < count && address + i < POSITION; i++) {
      writeByte(address + i, data[from + i]);
    }
    return 0;
  }

  private void writeByte(int address, byte value) {
    if (address > 4) {
      poke(address, 1, value);
    }
    if (peek(LOCK, 1) == 0) {
      keep(address);
    }
    if (address == GOAL + 1) {
      poke(TORQUE, 1, 1);
    }
  }

  @Override
  int read(int address, int count, byte[] out) {
    if (has(address, count)) {
      load(address, count, out);
    }
    return 0;
  }

  @Override
  double goal() {
    return radians(signed(peek(GOAL, 2)));
  }

  @Override
  double effort() {
    return torque() ? peek(TORQUE_LIMIT, 2) / 1000.0 : 0;
  }

  @Override
  void feel() {
    int fine = (peek(PHASE, 1) & 4) != 0 ? 1 : 50;
    poke(POSITION, 2, magnitude(position(), 15));
    poke(58, 2, magnitude(Math.round((double) steps(plant().velocity()) / fine), 15));
    poke(60, 2, magnitude(Math.round(plant().load() * 1000), 10));
    poke(62, 1, decivolts());
    poke(63, 1, celsius());
    poke(65, 1, alert());
    poke(66, 1, Math.abs(plant().velocity()) > .01 ? 1 : 0);
    poke(LAST_MEASURED - 1, 2, magnitude(Math.round(plant().current() / 6.5e-3), 15));
  }

  private static int magnitude(long value, int signBit) {
    int most = (1 << signBit) - 1;
    int size = (int) Math.min(Math.abs(value), most);
    return value < 0 ? size | (1 << signBit) : size;
  }

  private static int signed(int raw) {
    return (raw & 0x8000) == 0 ? raw : -(raw & 0x7fff);
  }
}
