package io.olivo.actuators.servo;

import static io.olivo.actuators.servo.Register.unsigned;

import io.olivo.actuators.servo.Register.Sign;
import java.util.List;

/**
 * Servos that understand each other's packets and have the same things at the same addresses: only
 * such share a chain.
 *
 * @param name for messages
 * @param protocol of the packets
 * @param highestId ids go from 0 to this
 * @param table where it has what
 * @param alarms what the bits of its faults mean, from the lowest; empty where a bit has no meaning
 */
public record ServoFamily(
    String name, ServoProtocol protocol, int highestId, ControlTable table, List<String> alarms) {
  /**
   * Feetech STS. Source: Feetech's memory table of STS servos, as LeRobot and Feetech's library
   * have it. Settings: every instruction is answered, without delay; position of one turn, of which
   * speed 0 is the fastest (bits 3 and 4 of the phase); fastest acceleration.
   *
   * <p>Setting a goal switches the torque on.
   */
  public static final ServoFamily STS =
      new ServoFamily(
          "feetech sts",
          new FeetechProtocol(),
          253,
          new ControlTable(
              unsigned(3, 2),
              new Register(42, 2, Sign.BIT_15),
              unsigned(40, 1),
              unsigned(48, 2),
              unsigned(55, 1),
              null,
              null,
              56,
              15,
              List.of(
                  new Setting(unsigned(8, 1), 1),
                  new Setting(unsigned(7, 1), 0),
                  new Setting(unsigned(33, 1), 0),
                  new Setting(unsigned(18, 1), 0x18, 0x08),
                  new Setting(unsigned(41, 1), 254),
                  new Setting(unsigned(46, 2), 0))),
          List.of("voltage", "encoder", "temperature", "current", "", "overload"));

  /**
   * Dynamixel X with protocol 2.0. Source: ROBOTIS e-Manual, XL330-M288-T and XL430-W250-T.
   * Settings: every instruction is answered, without delay; position of one turn, not reversed, no
   * torque by itself; no profile of its own.
   */
  public static final ServoFamily DYNAMIXEL_X =
      new ServoFamily(
          "dynamixel x",
          new DynamixelProtocol(),
          252,
          new ControlTable(
              unsigned(0, 2),
              new Register(116, 4, Sign.TWOS_COMPLEMENT),
              unsigned(64, 1),
              new Register(100, 2, Sign.TWOS_COMPLEMENT),
              null,
              unsigned(98, 1),
              unsigned(70, 1),
              126,
              21,
              List.of(
                  new Setting(unsigned(68, 1), 2),
                  new Setting(unsigned(9, 1), 0),
                  new Setting(unsigned(10, 1), 0x0d, 0),
                  new Setting(unsigned(11, 1), 3),
                  new Setting(unsigned(60, 1), 0x03, 0),
                  new Setting(unsigned(108, 4), 0),
                  new Setting(unsigned(112, 4), 0))),
          List.of("voltage", "", "temperature", "encoder", "electrical shock", "overload"));

  private static final int MOST_SERVOS = 64; // of a chain

  /** Keeps meanings of its own. */
  public ServoFamily {
    alarms = List.copyOf(alarms);
  }

  /** That of a chain. */
  static ServoFamily of(List<Servo> servos) {
    long ids = servos.stream().mapToInt(Servo::id).distinct().count();
    if (servos.isEmpty() || servos.size() > MOST_SERVOS || ids < servos.size()) {
      throw new IllegalArgumentException(
          "a chain has 1 to %d servos, each with an id of its own, got %d with %d ids"
              .formatted(MOST_SERVOS, servos.size(), ids));
    }
    ServoFamily family = servos.getFirst().model().family();
    for (Servo servo : servos) {
      if (!servo.model().family().equals(family)) {
        throw new IllegalArgumentException(
            "%s and %s do not understand each other: each needs a line of its own"
                .formatted(family.name(), servo.model().family().name()));
      }
    }
    return family;
  }

  /** What the bits of a fault say: "temperature, overload". */
  String alarms(int bits) {
    StringBuilder all = new StringBuilder();
    for (int bit = 0; bit < 8; bit++) {
      if ((bits >> bit & 1) != 0) {
        String known = bit < alarms.size() ? alarms.get(bit) : "";
        all.append(all.isEmpty() ? "" : ", ").append(known.isEmpty() ? "bit " + bit : known);
      }
    }
    return all.toString();
  }
}
