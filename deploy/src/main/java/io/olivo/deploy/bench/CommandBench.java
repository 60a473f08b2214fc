package io.olivo.deploy.bench;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.deploy.command.NoAnswerException;
import io.olivo.deploy.command.Operator;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RobotLink;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/**
 * From command to answer: how long it takes over a broker until an operator knows that a running
 * robot has obeyed. Orders and changes in turn; the answer is sent after the loop's beat.
 */
public final class CommandBench {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final long PAUSE_NANOS = 25_000_000; // below what a door lets in
  private static final int WARM_UP = 100;

  /**
   * What was measured.
   *
   * @param nanos from sending to having the answer [ns]
   * @param refused answers that were not "done"
   * @param ticks of the robot meanwhile
   */
  public record Measured(Histogram nanos, int refused, long ticks) {}

  private final RobotSpec spec;
  private final URI broker;
  private final Path folder;

  /**
   * @param spec the robot file
   * @param broker over which
   * @param folder for the robot's snapshots
   */
  public CommandBench(RobotSpec spec, URI broker, Path folder) {
    this.spec = spec;
    this.broker = broker;
    this.folder = folder;
  }

  /**
   * Sends so many commands, one after the other.
   *
   * @param progress hears how many were answered
   */
  public Measured run(int count, IntConsumer progress) throws Exception {
    String name = "bench-" + RobotLink.newSession();
    String sender = "operator-" + RobotLink.newSession();
    try (RobotLink link = new RobotLink(broker, name);
        CommandedRobot robot =
            new CommandedRobot(
                spec,
                link.link(),
                link.topics(),
                link.session(),
                folder,
                new CommandedRobot.Surroundings() {});
        PahoLink mine = PahoLink.connect(LinkConfig.plain(broker, sender))) {
      link.introduce(robot.parts(), spec.loop().rateHertz());
      Operator operator = new Operator(mine, link.topics(), sender, InstantSource.system());
      operator.tell(new Instruction.Simple(CommandWord.ARM), LIMIT);
      return measure(operator, robot.loop(), count, progress);
    }
  }

  private static Measured measure(
      Operator operator, ControlLoop loop, int count, IntConsumer progress)
      throws NoAnswerException, InterruptedException {
    Histogram nanos = new Histogram(LIMIT.toNanos(), 3);
    long firstTick = loop.ticks();
    int refused = 0;
    for (int i = -WARM_UP; i < count; i++) {
      long sent = System.nanoTime();
      Answer answer = operator.tell(instruction(i), LIMIT);
      long took = System.nanoTime() - sent;
      if (i >= 0) {
        nanos.recordValue(took);
        refused += answer.done() ? 0 : 1;
        progress.accept(i + 1);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return new Measured(nanos, refused, loop.ticks() - firstTick);
  }

  private static Instruction instruction(int i) {
    return switch (Math.floorMod(i, 4)) {
      case 0 -> new Instruction.Simple(CommandWord.FREEZE);
      case 1 -> new Instruction.Tune("shoulder", 55 + Math.floorMod(i, 11), 4);
      case 2 -> new Instruction.Simple(CommandWord.UNFREEZE);
      default -> new Instruction.Follow(Math.floorMod(i, 8) == 3 ? "figure8" : "mixed");
    };
  }
}
