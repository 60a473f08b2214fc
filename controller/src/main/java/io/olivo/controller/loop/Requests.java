package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Fault.Response;
import io.olivo.controller.failsafe.Trouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What others ask of a loop, from any thread, and what the loop makes of it before a beat. */
final class Requests {
  private static final Fault STOPPED = Fault.of(Trouble.OPERATOR, Response.STOP, "robot");

  private final StateMachine machine;
  private final LoopListener listener;
  private final Orders orders = new Orders();
  private final Queue<Adjustment> adjustments = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Fault> seenOutside = new AtomicReference<>();
  private long adjusted;

  /** For the loop with this machine. */
  Requests(StateMachine machine, LoopListener listener) {
    this.machine = machine;
    this.listener = listener;
  }

  /** Any thread. */
  void order(Order order) {
    orders.give(order);
  }

  /** Any thread. */
  void order(Errand errand) {
    orders.give(errand);
  }

  /** Any thread. */
  void adjust(Adjustment adjustment) {
    adjustments.add(adjustment);
  }

  /** Any thread; of several faults the last one counts. */
  void stop(Fault seen) {
    seenOutside.set(seen);
  }

  /** How often the loop's parts were changed: they are no longer what the robot file says. */
  long adjusted() {
    return adjusted;
  }

  /**
   * Does what was asked for since the last beat, on the loop's thread.
   *
   * @param standing what is wrong now; null for nothing
   */
  void obey(long nowNanos, @Nullable Fault standing) {
    makeAdjustments(nowNanos);
    stopForWhatOthersSaw(nowNanos);
    int asked = orders.take();
    if (asked != 0) {
      listener.ordered(nowNanos, asked);
      obey(asked, nowNanos, standing);
    }
  }

  /** In the order in which they were asked for. */
  private void makeAdjustments(long nowNanos) {
    for (Adjustment next = adjustments.poll(); next != null; next = adjustments.poll()) {
      if (next.stillWanted()) {
        next.make();
        adjusted++;
        listener.adjusted(nowNanos, next);
      }
    }
  }

  private void stopForWhatOthersSaw(long nowNanos) {
    Fault seen = seenOutside.get() == null ? null : seenOutside.getAndSet(null);
    if (seen != null) {
      machine.stop(seen);
      listener.stopped(nowNanos, seen);
    }
  }

  private void obey(int asked, long nowNanos, @Nullable Fault standing) {
    Fault against = Order.ARM.isIn(asked) ? arm(nowNanos, standing) : null;
    if (Order.UNFREEZE.isIn(asked)) {
      machine.freeze(false);
    }
    if (Order.FREEZE.isIn(asked)) {
      machine.freeze(true);
    }
    if (Order.DISARM.isIn(asked)) {
      machine.disarm();
    }
    if (Order.STOP.isIn(asked)) {
      machine.stop(STOPPED);
    }
    orders.tell(machine.state(), against);
  }

  /** Not while something is wrong that would stop it again; returns that. */
  private @Nullable Fault arm(long nowNanos, @Nullable Fault wrong) {
    if (wrong != null && wrong.response() == Response.STOP) {
      listener.refused(nowNanos, wrong);
      return wrong;
    }
    machine.arm();
    return null;
  }
}
