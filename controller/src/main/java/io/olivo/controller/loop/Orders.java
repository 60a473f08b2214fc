package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Orders of other threads, obeyed by the loop before its next beat. */
final class Orders {
  private final AtomicInteger given = new AtomicInteger(); // one bit per order
  private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
  private final Queue<Errand> taken = new ArrayDeque<>(); // not yet told; the loop's

  /** Any thread. */
  void give(Order order) {
    given.accumulateAndGet(order.bit, (before, bit) -> before | bit);
  }

  /** Any thread. */
  void give(Errand errand) {
    errands.add(errand);
  }

  /** The set of what was given since the last time; see {@link Order#isIn}. */
  int take() {
    int orders = given.get() == 0 ? 0 : given.getAndSet(0);
    for (Errand next = errands.poll(); next != null; next = errands.poll()) {
      if (next.stillWanted()) {
        orders |= next.order().bit;
        taken.add(next);
      }
    }
    return orders;
  }

  /** What came of those that were taken last. */
  void tell(LoopState state, @Nullable Fault against) {
    for (Errand next = taken.poll(); next != null; next = taken.poll()) {
      next.obeyed(state, against);
    }
  }
}
