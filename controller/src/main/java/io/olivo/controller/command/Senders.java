package io.olivo.controller.command;

import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Instruction;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who said what last. Of each sender a few commands and their answers are known, of the senders the
 * most recent ones. One whose last deadline has not passed is never forgotten: its commands could
 * be obeyed a second time.
 */
final class Senders {
  private static final int COMMANDS = 8; // per sender, for those that send on without waiting

  /** A command of before; its answer comes later. */
  private static final class Past {
    private final Instruction instruction;
    private @Nullable Answer answer;

    Past(Instruction instruction) {
      this.instruction = instruction;
    }
  }

  /** One sender. */
  private static final class Sender {
    private final Map<Long, Past> past = new LinkedHashMap<>(); // by seq, the oldest first
    private long lastSeq;
    private long untilMillis; // the latest deadline of its commands

    void remember(Command command) {
      past.put(command.seq(), new Past(command.instruction()));
      lastSeq = command.seq();
      untilMillis = Math.max(untilMillis, command.deadlineMillis());
      if (past.size() > COMMANDS) {
        past.remove(past.keySet().iterator().next());
      }
    }
  }

  /** How a command stands to those before it. */
  enum Order {
    NEXT,
    /** The same once more. */
    AGAIN,
    /** Another one with a number that was used. */
    ANOTHER_OF_THAT_NUMBER,
    /** A later one was here. */
    TOO_LATE,
    /** There is no room to remember its sender. */
    NO_ROOM
  }

  private final int most;
  private final Map<String, Sender> all = new LinkedHashMap<>(16, .75f, true); // the oldest first

  Senders(int most) {
    this.most = most;
  }

  /** How a command stands to those before it; it is remembered when it is the next one. */
  synchronized Order take(Command command, long nowMillis) {
    Sender known = all.get(command.sender());
    if (known == null) {
      return begin(command, nowMillis);
    }
    Past before = known.past.get(command.seq());
    if (before != null) {
      boolean same = before.instruction.equals(command.instruction());
      return same ? Order.AGAIN : Order.ANOTHER_OF_THAT_NUMBER;
    }
    if (command.seq() <= known.lastSeq) {
      return Order.TOO_LATE;
    }
    known.remember(command);
    return Order.NEXT;
  }

  private Order begin(Command command, long nowMillis) {
    if (all.size() >= most && !forgetOne(nowMillis)) {
      return Order.NO_ROOM;
    }
    Sender fresh = new Sender();
    fresh.remember(command);
    all.put(command.sender(), fresh);
    return Order.NEXT;
  }

  private boolean forgetOne(long nowMillis) {
    for (Iterator<Sender> next = all.values().iterator(); next.hasNext(); ) {
      if (next.next().untilMillis < nowMillis) {
        next.remove();
        return true;
      }
    }
    return false;
  }

  /** What a command was answered, if it was. */
  synchronized @Nullable Answer answer(Command command) {
    Sender known = all.get(command.sender());
    Past before = known == null ? null : known.past.get(command.seq());
    return before == null ? null : before.answer;
  }

  /** Remembers the answer to a command, if that is known and has none. */
  synchronized void answered(Command command, Answer answer) {
    Sender known = all.get(command.sender());
    Past before = known == null ? null : known.past.get(command.seq());
    boolean same = before != null && before.instruction.equals(command.instruction());
    if (before != null && same && before.answer == null) {
      before.answer = answer;
    }
  }

  synchronized int size() {
    return all.size();
  }
}
