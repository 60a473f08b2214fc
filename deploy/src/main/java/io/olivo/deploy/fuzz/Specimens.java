package io.olivo.deploy.fuzz;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Act;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import java.util.List;
import java.util.random.RandomGenerator;

/** Valid messages of every kind, about one robot. */
final class Specimens {
  static final String CLIENT = "fuzz";
  private static final Instruction[] INSTRUCTIONS = {
    new Instruction.Simple(CommandWord.ARM),
    new Instruction.Simple(CommandWord.DISARM),
    new Instruction.Simple(CommandWord.FREEZE),
    new Instruction.Simple(CommandWord.UNFREEZE),
    new Instruction.Simple(CommandWord.STOP),
    new Instruction.Simple(CommandWord.ROLLBACK),
    new Instruction.Follow("figure8"),
    new Instruction.Follow("hold"),
    new Instruction.Tune("shoulder", 60, 4),
    new Instruction.Promote("0".repeat(64)),
    new Instruction.Unknown("dance")
  };

  private final Topics topics;
  private final Description simulator;
  private final RandomGenerator chance;
  private long seq;

  /**
   * @param simulator whose robot it is
   */
  Specimens(Topics topics, Description simulator, RandomGenerator chance) {
    this.topics = topics;
    this.simulator = simulator;
    this.chance = chance;
  }

  /** Half of them are commands: these can do harm. */
  Message next(long clockMillis) {
    return switch (chance.nextInt(16)) {
      case 0 -> plain(topics.mirrorSense(), sense());
      case 1 -> plain(topics.mirrorAct(), act());
      case 2 -> plain(topics.mirrorDescription(), simulator.encode());
      case 3 -> plain(topics.description(), controller());
      case 4 -> plain(topics.state(), new State(chance.nextBoolean(), "c1").encode());
      case 5 -> plain(topics.telemetry(), telemetry());
      case 6 -> plain(topics.events(), new Event(chance.nextLong(), "armed", "waiting").encode());
      case 7 -> plain(topics.answers(CLIENT), answer(clockMillis));
      default -> command(clockMillis);
    };
  }

  private static Message plain(String topic, byte[] payload) {
    return Message.plain(topic, payload);
  }

  private Message command(long clockMillis) {
    seq++;
    Command command =
        new Command(
            topics.robot(),
            simulator.session(),
            "s" + chance.nextInt(100), // more than are remembered
            seq,
            clockMillis + 1000,
            INSTRUCTIONS[chance.nextInt(INSTRUCTIONS.length)]);
    return Message.certain(topics.command(), command.encode())
        .expiring(5)
        .answeredAt(topics.answers(CLIENT), new byte[] {(byte) seq});
  }

  private byte[] sense() {
    Sense sense = new Sense(simulator.sensors().size(), simulator.truthSize());
    sense.session = simulator.session();
    sense.seq = chance.nextInt(100);
    sense.timeNanos = sense.seq * 2_000_000;
    return sense.encode();
  }

  private byte[] act() {
    Act act = new Act(simulator.actuators().size());
    act.session = simulator.session();
    act.seq = chance.nextInt(3);
    return act.encode();
  }

  private byte[] controller() {
    return new Description(
            topics.robot(),
            "0.1.0",
            "c1",
            Role.CONTROLLER,
            500,
            simulator.sensors(),
            simulator.actuators(),
            0,
            List.of("error"),
            Dashboard.NONE)
        .encode();
  }

  private byte[] telemetry() {
    TelemetryFrame frame =
        new TelemetryFrame(simulator.sensors().size(), simulator.actuators().size(), 1, 0);
    frame.session = "c1";
    frame.state = "running";
    frame.clockMillis = 1_796_041_979_123L;
    return frame.encode();
  }

  private byte[] answer(long clockMillis) {
    return new Answer(topics.robot(), CLIENT, seq, "stop", Reason.DONE, "safe-stop", 1, clockMillis)
        .encode();
  }
}
