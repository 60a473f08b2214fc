package io.olivo.deploy.command;

import io.olivo.controller.command.CommandDoor;
import io.olivo.controller.command.Deadline;
import io.olivo.controller.command.DoorCounters;
import io.olivo.controller.command.DoorLimits;
import io.olivo.controller.command.Entry;
import io.olivo.controller.command.TokenBucket;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.Order;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.session.Snapshots;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Obeys commands that come over a link. The link's thread looks at them and hands orders and quick
 * changes to the loop at once; what takes longer (checks before arming, reading a snapshot) has a
 * thread of its own, and so have the answers. A stop overtakes everything that waits.
 */
public final class CommandService implements AutoCloseable {
  private static final double EVENTS_PER_SECOND = 3;
  private static final double EVENTS_AT_ONCE = 5;

  private final ControlLoop loop;
  private final Adjustments adjustments;
  private final @Nullable Snapshots snapshots;
  private final Supplier<String> obstacles;
  private final BiConsumer<String, String> told;
  private final InstantSource clock;
  private final CommandDoor door;
  private final Newest newest = new Newest();
  private final SlowWork slow = new SlowWork();
  private final TokenBucket events = new TokenBucket(EVENTS_PER_SECOND, EVENTS_AT_ONCE, 0);
  private final Answers answers;
  private final Object gate = new Object();
  private long stops; // orders to stop or disarm so far; an arm of before is void; under the gate

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
    this.loop = loop;
    this.adjustments = adjustments;
    this.snapshots = snapshots;
    this.obstacles = obstacles;
    this.told = told;
    this.clock = clock;
    door = new CommandDoor(topics, session, clock, System::nanoTime, DoorLimits.STANDARD);
    answers = new Answers(topics.robot(), clock, robotNanos, link::publish, this::answered);
    link.subscribe(topics.command(), this::hear);
  }

  private void hear(Message message) {
    switch (door.knock(message)) {
      case Entry.Admitted admitted -> obey(admitted);
      case Entry.Refused refused -> {
        Outcome why = new Outcome(refused.reason(), refused.text());
        answers.await(new Answers.Waiting(refused.command(), refused.to(), () -> why));
      }
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

  private void obey(Entry.Admitted admitted) {
    Deadline deadline = new Deadline(clock, admitted.command().deadlineMillis());
    switch (admitted.command().instruction().word()) {
      case STOP -> give(admitted, Order.STOP, deadline);
      case DISARM -> give(admitted, Order.DISARM, deadline);
      case FREEZE -> give(admitted, Order.FREEZE, deadline);
      case UNFREEZE -> give(admitted, Order.UNFREEZE, deadline);
      case REFERENCE, GAIN, ROLLBACK -> change(admitted, deadline);
      case ARM -> arm(admitted, deadline);
      case PROMOTE -> promote(admitted, deadline);
      case SNAPSHOT -> snapshot(admitted, deadline);
    }
  }

  private void give(Entry.Admitted admitted, Order order, Deadline deadline) {
    LoopOrder errand = new LoopOrder(order, deadline, loop, System::nanoTime);
    synchronized (gate) {
      stops += order == Order.STOP || order == Order.DISARM ? 1 : 0;
      loop.order(errand);
    }
    await(admitted, errand::outcome);
  }

  private Answers.Waiting await(Entry.Admitted admitted, Answers.Pending pending) {
    Answers.Waiting waiting = new Answers.Waiting(admitted.command(), admitted.to(), pending);
    answers.await(waiting);
    return waiting;
  }

  private void change(Entry.Admitted admitted, Deadline deadline) {
    try {
      Change change = adjustments.of(admitted.command().instruction()).before(deadline);
      newest.set(admitted.command(), change);
      loop.adjust(change);
      await(admitted, change::outcome);
    } catch (RefusedException refused) {
      await(admitted, refused::outcome);
    }
  }

  private void arm(Entry.Admitted admitted, Deadline deadline) {
    long stopsBefore = stops(); // of now: a stop that comes while the checks go on is later
    slowly(admitted, deadline, () -> armUnless(stopsBefore, deadline));
  }

  private long stops() {
    synchronized (gate) {
      return stops;
    }
  }

  private Answers.Pending armUnless(long stopsBefore, Deadline deadline) {
    String wrong = obstacles.get();
    if (!wrong.isEmpty()) {
      return () -> Outcome.notAllowed(wrong);
    }
    LoopOrder errand = new LoopOrder(Order.ARM, deadline, loop, System::nanoTime);
    synchronized (gate) {
      if (stops != stopsBefore) {
        return () -> Outcome.notAllowed("a stop came after it");
      }
      loop.order(errand);
    }
    return errand::outcome;
  }

  private void promote(Entry.Admitted admitted, Deadline deadline) {
    slowly(
        admitted,
        deadline,
        () -> {
          Change change = adjustments.of(admitted.command().instruction()).before(deadline);
          loop.adjust(change);
          return change::outcome;
        });
  }

  private void snapshot(Entry.Admitted admitted, Deadline deadline) {
    Snapshots kept = snapshots;
    if (kept == null) {
      await(admitted, () -> Outcome.notAllowed("this run keeps no snapshots"));
      return;
    }
    SnapshotNow now = new SnapshotNow(kept);
    Change change = new Change(admitted.command().instruction(), now::take).before(deadline);
    loop.adjust(change);
    await(admitted, () -> now.outcome(change.outcome()));
  }

  /** Work that waits for something; until it says what is awaited, only its deadline counts. */
  private void slowly(Entry.Admitted admitted, Deadline deadline, SlowWork.Task task) {
    Answers.Waiting waiting =
        await(admitted, () -> deadline.hasPassed() && deadline.giveUp() ? Outcome.late() : null);
    try {
      slow.begin(task, waiting);
    } catch (RejectedExecutionException full) {
      waiting.becomes(() -> new Outcome(Reason.TOO_FAST, "others are still being worked at"));
    }
  }

  /** Before an answer is sent; on the thread of the answers. */
  private void answered(@Nullable Command command, Answer answer) {
    if (command != null) {
      door.answered(answer);
    }
    if (!answer.done()) {
      say("refused", "%s of %s: %s".formatted(what(command), who(command), why(answer)));
    } else if (command != null && !isOrder(command)) {
      say("command", "%s: %s".formatted(command.sender(), command.instruction().text()));
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

  private void say(String kind, String text) {
    if (events.take(System.nanoTime())) {
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
    slow.close();
    answers.close();
  }
}
