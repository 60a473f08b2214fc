package io.olivo.controller.loop;

import java.util.concurrent.atomic.AtomicInteger;

/** Orders of other threads, obeyed by the loop before its next beat. */
final class Orders {
  private final AtomicInteger given = new AtomicInteger(); // one bit per order

  /** Any thread. */
  void give(Order order) {
    given.accumulateAndGet(order.bit, (before, bit) -> before | bit);
  }

  /** The set of what was given since the last time; see {@link Order#isIn}. */
  int take() {
    return given.get() == 0 ? 0 : given.getAndSet(0);
  }
}
