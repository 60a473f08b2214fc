package io.olivo.deploy.robot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The chips that a robot file may name, what may be chosen about each, and its pins. */
public enum ChipKind {
  /** Angle of a magnet. */
  AS5600(BusKind.I2C, 0x36),
  /** The same, finer. */
  AS5047(BusKind.SPI, 0),
  /** Angle by edges that are counted beside the processor. */
  COUNTER(BusKind.COUNTER, 0, ChipOptions.STEPS),
  /** Angle of a slow shaft by two lines. */
  ENCODER(Role.SENSOR, List.of(ChipOptions.STEPS), ChipOptions.A, ChipOptions.B),
  /** Acceleration and rate of turn. */
  MPU6050(BusKind.I2C, 0x68, ChipOptions.ACCELERATION, ChipOptions.ROTATION),
  /** The same. */
  LSM6DSOX(BusKind.I2C, 0x6a, ChipOptions.ACCELERATION, ChipOptions.ROTATION),
  /** The same, and the magnetic field. */
  ICM20948(BusKind.I2C, 0x69, ChipOptions.ACCELERATION, ChipOptions.ROTATION),
  /** The same, and its orientation. */
  BNO055(BusKind.I2C, 0x28),
  /** Voltage and current. */
  INA219(BusKind.I2C, 0x40, ChipOptions.SHUNT, ChipOptions.CURRENT),
  /** Voltage and current. */
  INA226(BusKind.I2C, 0x40, ChipOptions.SHUNT),
  /** Four voltages. */
  ADS1115(BusKind.I2C, 0x48, ChipOptions.VOLTAGE),
  /** A bus servo of Feetech. */
  STS3215(Role.SERVO, BusKind.SERIAL, ChipOptions.BUS_SERVO),
  /** A bus servo of Robotis. */
  XL330_M288(Role.SERVO, BusKind.SERIAL, ChipOptions.BUS_SERVO),
  /** The same, faster and weaker. */
  XL330_M077(Role.SERVO, BusKind.SERIAL, ChipOptions.BUS_SERVO),
  /** A bus servo of Robotis. */
  XL430_W250(Role.SERVO, BusKind.SERIAL, ChipOptions.BUS_SERVO),
  /** Sixteen outputs with pulses; motors hang on them. */
  PCA9685(Role.BOARD, BusKind.I2C, 0x40, ChipOptions.FREQUENCY),
  /** A servo, or a speed controller, that is told by the length of a pulse. */
  SERVO(
      Role.MOTOR,
      List.of(ChipOptions.LOW, ChipOptions.HIGH, ChipOptions.LOW_PULSE, ChipOptions.HIGH_PULSE),
      ChipOptions.PWM),
  /** A motor bridge with two lines for the direction. */
  TB6612(
      Role.MOTOR,
      List.of(ChipOptions.FULL, ChipOptions.DEAD_BAND),
      ChipOptions.PWM,
      ChipOptions.IN1,
      ChipOptions.IN2,
      ChipOptions.STANDBY),
  /** The same, with a larger drop of voltage. */
  L298N(
      Role.MOTOR,
      List.of(ChipOptions.FULL, ChipOptions.DEAD_BAND),
      ChipOptions.PWM,
      ChipOptions.IN1,
      ChipOptions.IN2),
  /** A motor bridge with two inputs that take pulses. */
  DRV8833(
      Role.MOTOR,
      List.of(ChipOptions.FULL, ChipOptions.DEAD_BAND),
      ChipOptions.IN1,
      ChipOptions.IN2,
      ChipOptions.STANDBY);

  /** What a device is for. */
  public enum Role {
    /** It measures. */
    SENSOR,
    /** It moves something. */
    MOTOR,
    /** It does both, with others on one line. */
    SERVO,
    /** Others hang on it. */
    BOARD
  }

  private final Role role;
  private final BusKind bus;
  private final int address;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ChipOption> options;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ChipPin> pins;

  ChipKind(BusKind bus, int address, ChipOption... options) {
    this(Role.SENSOR, bus, address, options);
  }

  ChipKind(Role role, BusKind bus, int address, ChipOption... options) {
    this.role = role;
    this.bus = bus;
    this.address = address;
    this.options = List.of(options);
    pins = List.of();
  }

  ChipKind(Role role, BusKind bus, List<ChipOption> options) {
    this.role = role;
    this.bus = bus;
    address = 0;
    this.options = options;
    pins = List.of();
  }

  ChipKind(Role role, List<ChipOption> options, ChipPin... pins) {
    this.role = role;
    bus = BusKind.PINS;
    address = 0;
    this.options = options;
    this.pins = List.of(pins);
  }

  /** What it is for. */
  public Role role() {
    return role;
  }

  /** What it hangs on. */
  public BusKind bus() {
    return bus;
  }

  /** Where it is unless the file says otherwise; of no meaning but on I2C. */
  public int address() {
    return address;
  }

  List<ChipOption> options() {
    return options;
  }

  List<ChipPin> pins() {
    return pins;
  }

  /** The keys that a block of this chip may have. */
  List<String> known() {
    List<String> known = new ArrayList<>(List.of("chip", "rate"));
    if (bus != BusKind.PINS) {
      known.add("bus");
    }
    if (bus == BusKind.I2C) {
      known.add("address");
    }
    pins.forEach(pin -> known.add(pin.key()));
    options.forEach(option -> known.add(option.key()));
    return known;
  }

  /** The keys of all options and pins, each with the chips that have it. */
  static List<Key> keys() {
    Map<String, Key> all = new LinkedHashMap<>();
    for (ChipKind chip : values()) {
      chip.pins.forEach(pin -> all.putIfAbsent(pin.key(), key(pin)));
      chip.options.forEach(option -> all.putIfAbsent(option.key(), key(option)));
    }
    return List.copyOf(all.values());
  }

  private static Key key(ChipPin pin) {
    String chips = chips(chip -> chip.pins.contains(pin));
    return Key.optional(pin.key(), pin.example(), chips + ": " + pin.meaning());
  }

  private static Key key(ChipOption option) {
    String chips = chips(chip -> chip.options.contains(option));
    String meaning = chips + ": " + option.meaning();
    return option.required()
        ? Key.optional(option.key(), option.otherwise(), meaning)
        : Key.otherwise(option.key(), option.otherwise(), meaning);
  }

  private static String chips(Predicate<ChipKind> which) {
    return Arrays.stream(values()).filter(which).map(Key::word).collect(Collectors.joining(", "));
  }
}
