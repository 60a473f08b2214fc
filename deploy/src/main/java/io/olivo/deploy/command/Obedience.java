package io.olivo.deploy.command;

import io.olivo.controller.command.Deadline;
import io.olivo.controller.command.Entry;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.Order;
import io.olivo.controller.wire.Reason;
import io.olivo.deploy.session.Snapshots;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what was let in. Orders and quick changes go to the loop at once, on the caller's thread;
 * what takes longer (checks before arming, reading a snapshot) has a thread of its own. A stop
 * overtakes everything that waits.
 */
final class Obedience implements AutoCloseable {
  private final ControlLoop loop;
  private final Adjustments adjustments;
  private final @Nullable Snapshots snapshots;
  private final Supplier<String> obstacles;
  private final InstantSource clock;
  private final Answers answers;
  private final Newest newest = new Newest();
  private final SlowWork slow = new SlowWork();
  private final Object gate = new Object();
  private long stops; // orders to stop or disarm so far; an arm of before is void; under the gate

  /**
   * @param snapshots null when this run keeps none
   * @param obstacles asked before it is armed: what is in the way, or nothing; may take a while
   * @param answers waits for what becomes of it all
   */
  Obedience(
      ControlLoop loop,
      Adjustments adjustments,
      @Nullable Snapshots snapshots,
      Supplier<String> obstacles,
      InstantSource clock,
      Answers answers) {
    this.loop = loop;
    this.adjustments = adjustments;
    this.snapshots = snapshots;
    this.obstacles = obstacles;
    this.clock = clock;
    this.answers = answers;
  }

  /** Does it, or sees to it; for one thread, which never waits. */
  void obey(Entry.Admitted admitted) {
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
    Answers.Waiting waiting = Answers.Waiting.of(admitted, pending);
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

  @Override
  public void close() {
    slow.close();
  }
}
