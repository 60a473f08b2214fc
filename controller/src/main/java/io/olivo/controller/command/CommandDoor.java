package io.olivo.controller.command;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where commands come in. They are looked at in this order, and the first thing that is wrong is
 * the answer: retained; no expiry; another robot's topic; an answer that would go elsewhere; not
 * this protocol; another robot; another run; too late or too far ahead; seen before, or not in
 * order; too many; an unknown word; a bad value. What depends on the robot's state comes later.
 *
 * <p>{@link #knock} is for one thread, the link's; it never waits and never throws.
 */
public final class CommandDoor {
  private static final int MOST_TEXT = 300; // of what a hostile sender may have said back to it

  private final Topics topics;
  private final String session;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final DoorLimits limits;
  private final MessageChecks messages;
  private final Senders senders;
  private final TokenBucket rate;
  private final DoorCounters counters = new DoorCounters();

  /**
   * @param topics of this robot
   * @param session the run of its controller
   * @param clock the robot's wall clock, by which deadlines are
   * @param nanoClock as {@link System#nanoTime}
   * @param limits what it lets in
   */
  public CommandDoor(
      Topics topics,
      String session,
      InstantSource clock,
      LongSupplier nanoClock,
      DoorLimits limits) {
    this.topics = topics;
    this.session = session;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.limits = limits;
    messages = new MessageChecks(topics);
    senders = new Senders(limits.senders());
    rate = new TokenBucket(limits.perSecond(), limits.atOnce(), nanoClock.getAsLong());
  }

  /** Looks at a message. */
  public Entry knock(Message message) {
    ReturnAddress to = ReturnAddress.of(message, topics);
    Refusal wrong = messages.look(message);
    if (wrong != null) {
      return refused(null, wrong, to);
    }
    try {
      return look(Command.decode(message.payload()), to);
    } catch (WireException malformed) {
      String why = String.valueOf(malformed.getMessage());
      return refused(null, new Refusal(Reason.INVALID, why), to);
    }
  }

  private Entry look(Command command, ReturnAddress to) {
    Refusal stranger = meant(command);
    if (stranger != null) {
      return refused(command, stranger, to);
    }
    Senders.Order order = senders.take(command, clock.millis());
    if (order == Senders.Order.AGAIN) {
      counters.refuse(Reason.DUPLICATE);
      return new Entry.Repeated(command, senders.answer(command), to);
    }
    Refusal wrong = inOrder(order, command);
    wrong = wrong == null ? notTooFast(command) : wrong;
    wrong = wrong == null ? sensible(command) : wrong;
    if (wrong != null) {
      return refused(command, wrong, to);
    }
    counters.admit();
    return new Entry.Admitted(command, to);
  }

  /** Whether this run of this robot is meant, and now. */
  private @Nullable Refusal meant(Command command) {
    if (!command.robot().equals(topics.robot())) {
      return new Refusal(Reason.WRONG_ROBOT, "it is for " + command.robot());
    }
    if (!command.session().equals(session)) {
      return new Refusal(
          Reason.WRONG_SESSION,
          "it is for run %s, this is %s: read the description again"
              .formatted(command.session(), session));
    }
    return inTime(command);
  }

  private @Nullable Refusal inTime(Command command) {
    long now = clock.millis();
    long deadline = command.deadlineMillis();
    if (deadline < now) {
      return new Refusal(Reason.EXPIRED, "its deadline was %d, now is %d".formatted(deadline, now));
    }
    if (deadline > now + limits.aheadMillis()) {
      return new Refusal(
          Reason.TOO_FAR_AHEAD,
          "its deadline is %d, now is %d; at most %d ms ahead"
              .formatted(deadline, now, limits.aheadMillis()));
    }
    return null;
  }

  private static @Nullable Refusal inOrder(Senders.Order order, Command command) {
    return switch (order) {
      case NEXT, AGAIN -> null;
      case ANOTHER_OF_THAT_NUMBER ->
          new Refusal(Reason.DUPLICATE, "another command had seq " + command.seq());
      case TOO_LATE -> new Refusal(Reason.OUT_OF_ORDER, "a later command of this sender was here");
      case NO_ROOM ->
          isForSafety(command) ? null : new Refusal(Reason.TOO_FAST, "too many senders at once");
    };
  }

  /** What makes a robot safer is never too much. */
  private @Nullable Refusal notTooFast(Command command) {
    return isForSafety(command) || rate.take(nanoClock.getAsLong())
        ? null
        : new Refusal(
            Reason.TOO_FAST, "more than %.0f commands a second".formatted(limits.perSecond()));
  }

  private static boolean isForSafety(Command command) {
    return command.instruction() instanceof Instruction.Simple simple
        && simple.word().isForSafety();
  }

  private static @Nullable Refusal sensible(Command command) {
    return switch (command.instruction()) {
      case Instruction.Unknown unknown ->
          new Refusal(Reason.UNKNOWN_COMMAND, "\"" + unknown.text() + "\" is no command");
      case Instruction.Unclear unclear -> new Refusal(Reason.BAD_VALUE, unclear.why());
      default -> null;
    };
  }

  private Entry refused(@Nullable Command command, Refusal why, ReturnAddress to) {
    counters.refuse(why.reason());
    String text = why.text();
    String told = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    return new Entry.Refused(command, why.reason(), told, to);
  }

  /** Counts what was refused behind the door, because of the robot's state. */
  public void refuseLater(Reason reason) {
    counters.refuse(reason);
  }

  /** Remembers an answer, for when its command comes again; any thread. */
  public void answered(Command command, Answer answer) {
    senders.answered(command, answer);
  }

  /** What it did so far. */
  public DoorCounters counters() {
    return counters;
  }

  /** How many senders it remembers. */
  public int senders() {
    return senders.size();
  }
}
