package io.olivo.deploy.command;

import io.olivo.controller.command.Entry;
import io.olivo.controller.command.ReturnAddress;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits on a thread of its own for what becomes of commands, and sends it. While something is open
 * it looks every half millisecond, so that the loop need not wake it.
 */
final class Answers implements AutoCloseable {
  /** Something whose end is awaited. */
  @FunctionalInterface
  interface Pending {
    /** What became of it; null while that is open. */
    @Nullable Outcome look();
  }

  /** A command that waits for its answer. */
  static final class Waiting {
    private final @Nullable Command command;
    private final ReturnAddress to;
    private final boolean admitted; // by the door
    private volatile Pending pending;

    private Waiting(
        @Nullable Command command, ReturnAddress to, boolean admitted, Pending pending) {
      this.command = command;
      this.to = to;
      this.admitted = admitted;
      this.pending = pending;
    }

    /** One that is obeyed, if nothing comes in between. */
    static Waiting of(Entry.Admitted entry, Pending pending) {
      return new Waiting(entry.command(), entry.to(), true, pending);
    }

    /** One that is not. */
    static Waiting of(Entry.Refused entry) {
      Outcome why = new Outcome(entry.reason(), entry.text());
      return new Waiting(entry.command(), entry.to(), false, () -> why);
    }

    /** From now on this is what is awaited. */
    void becomes(Pending next) {
      pending = next;
    }
  }

  /** An answer that goes out once more, as it was. */
  private record Again(Answer answer, ReturnAddress to) {}

  /** Hears of every answer before it is sent. */
  interface Ears {
    /**
     * An answer.
     *
     * @param command null when it could not be read
     * @param admitted whether the door had let it in
     */
    void answered(@Nullable Command command, boolean admitted, Answer answer);
  }

  private static final int MOST = 64; // open at a time
  private static final long IDLE_MICROS = 50_000;
  private static final long BUSY_MICROS = 500;

  private final ArrayBlockingQueue<Again> again = new ArrayBlockingQueue<>(MOST);
  private final ArrayBlockingQueue<Waiting> fresh = new ArrayBlockingQueue<>(MOST);
  private final List<Waiting> open = new ArrayList<>(); // the thread's own
  private final AtomicLong lost = new AtomicLong();
  private final String robot;
  private final InstantSource clock;
  private final LongSupplier robotNanos;
  private final Consumer<Message> send;
  private final Ears ears;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * @param robot who answers
   * @param clock of the wall
   * @param robotNanos robot time
   * @param send may wait for about two seconds
   */
  Answers(
      String robot,
      InstantSource clock,
      LongSupplier robotNanos,
      Consumer<Message> send,
      Ears ears) {
    this.robot = robot;
    this.clock = clock;
    this.robotNanos = robotNanos;
    this.send = send;
    this.ears = ears;
    thread = Thread.ofPlatform().daemon().name("olivo-answers").start(this::run);
  }

  /** Takes over; false when too much is open. */
  boolean await(Waiting waiting) {
    boolean taken = fresh.offer(waiting);
    lost.addAndGet(taken ? 0 : 1);
    return taken;
  }

  /** Sends an answer of before once more, as it was. */
  void repeat(Answer answer, ReturnAddress to) {
    lost.addAndGet(again.offer(new Again(answer, to)) ? 0 : 1);
  }

  /** How many were never answered, because too much was open. */
  long lost() {
    return lost.get();
  }

  private void run() {
    try {
      while (!closing) {
        take(fresh.poll(open.isEmpty() ? IDLE_MICROS : BUSY_MICROS, TimeUnit.MICROSECONDS));
        open.removeIf(this::isOver);
        for (Again next = again.poll(); next != null; next = again.poll()) {
          send(next.answer(), next.to());
        }
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(@Nullable Waiting first) {
    for (Waiting next = first; next != null; next = open.size() < MOST ? fresh.poll() : null) {
      open.add(next);
    }
  }

  private boolean isOver(Waiting waiting) {
    Outcome outcome = waiting.pending.look();
    if (outcome != null) {
      answer(waiting, outcome);
    }
    return outcome != null;
  }

  private void answer(Waiting waiting, Outcome outcome) {
    Answer answer = answer(waiting.command, outcome);
    ears.answered(waiting.command, waiting.admitted, answer);
    send(answer, waiting.to);
  }

  private void send(Answer answer, ReturnAddress to) {
    if (to.isSomewhere()) {
      send.accept(to.message(answer));
    }
  }

  private Answer answer(@Nullable Command command, Outcome outcome) {
    return new Answer(
        robot,
        command == null ? "" : command.sender(),
        command == null ? 0 : command.seq(),
        command == null ? "" : command.instruction().said(),
        outcome.reason(),
        outcome.text(),
        robotNanos.getAsLong(),
        clock.millis());
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}
