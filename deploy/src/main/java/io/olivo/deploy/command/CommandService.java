package io.olivo.deploy.command;

import io.olivo.controller.command.CommandDoor;
import io.olivo.controller.command.DoorCounters;
import io.olivo.controller.command.DoorLimits;
import io.olivo.controller.command.Entry;
import io.olivo.controller.command.TokenBucket;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.session.Snapshots;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commands that come over a link, from the door to the answer. The link's thread looks at them and
 * hands them on; answers, and events of what was refused or changed, have a thread of their own.
 */
public final class CommandService implements AutoCloseable {
  private static final double EVENTS_PER_SECOND = 3;
  private static final double EVENTS_AT_ONCE = 5;

  private final BiConsumer<String, String> told;
  private final CommandDoor door;
  private final Obedience obedience;
  private final Answers answers;
  private final TokenBucket refusals = new TokenBucket(EVENTS_PER_SECOND, EVENTS_AT_ONCE, 0);
  private final TokenBucket changes = new TokenBucket(EVENTS_PER_SECOND, EVENTS_AT_ONCE, 0);

  /**
   * Listens from now on.
   *
   * @param link where commands come from
   * @param topics of this robot
   * @param session the run of this controller
   * @param loop obeys
   * @param adjustments of that loop
   * @param snapshots of what it learns; null when this run keeps none
   * @param obstacles asked before it is armed: what is in the way, or nothing; may take a while
   * @param told hears of what was refused or changed, as kind and text of an event; any thread
   * @param clock the robot's wall clock
   * @param robotNanos robot time
   */
  public CommandService(
      Link link,
      Topics topics,
      String session,
      ControlLoop loop,
      Adjustments adjustments,
      @Nullable Snapshots snapshots,
      Supplier<String> obstacles,
      BiConsumer<String, String> told,
      InstantSource clock,
      LongSupplier robotNanos) {
    this.told = told;
    door = new CommandDoor(topics, session, clock, System::nanoTime, DoorLimits.STANDARD);
    answers = new Answers(topics.robot(), clock, robotNanos, link::publish, this::answered);
    obedience = new Obedience(loop, adjustments, snapshots, obstacles, clock, answers);
    link.subscribe(topics.command(), this::hear);
  }

  private void hear(Message message) {
    switch (door.knock(message)) {
      case Entry.Admitted admitted -> obedience.obey(admitted);
      case Entry.Refused refused -> answers.await(Answers.Waiting.of(refused));
      case Entry.Repeated repeated -> repeat(repeated);
    }
  }

  /** Whoever asks while the first is still being obeyed gets its answer by that. */
  private void repeat(Entry.Repeated repeated) {
    Answer before = repeated.answer();
    if (before != null) {
      answers.repeat(before, repeated.to());
    }
  }

  /** Before an answer is sent; on the thread of the answers. */
  private void answered(@Nullable Command command, boolean admitted, Answer answer) {
    if (command != null) {
      door.answered(command, answer);
    }
    if (admitted && !answer.done()) {
      door.refuseLater(answer.reason());
    }
    if (!answer.done()) {
      say(refusals, "refused", "%s of %s: %s".formatted(what(command), who(command), why(answer)));
    } else if (command != null && !isOrder(command)) {
      say(changes, "command", "%s: %s".formatted(command.sender(), command.instruction().text()));
    }
  }

  private static String what(@Nullable Command command) {
    return command == null ? "a message" : command.instruction().said();
  }

  private static String who(@Nullable Command command) {
    return command == null ? "somebody" : command.sender();
  }

  private static String why(Answer answer) {
    return answer.reason().wire() + ": " + answer.text();
  }

  /** The loop's states are told by themselves. */
  private static boolean isOrder(Command command) {
    return command.instruction() instanceof Instruction.Simple simple
        && simple.word() != CommandWord.ROLLBACK
        && simple.word() != CommandWord.SNAPSHOT;
  }

  private void say(TokenBucket most, String kind, String text) {
    if (most.take(System.nanoTime())) {
      told.accept(kind, text);
    }
  }

  /** What came in, and what became of it. */
  public DoorCounters counters() {
    return door.counters();
  }

  /** How many commands got no answer because too many were open. */
  public long unanswered() {
    return answers.lost();
  }

  @Override
  public void close() {
    obedience.close();
    answers.close();
  }
}
