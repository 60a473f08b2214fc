package io.olivo.controller.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Who wants which topic. A handler that throws is counted and harms nobody else. */
final class Subscriptions {
  record Subscription(String filter, Link.Handler handler) {}

  private final List<Subscription> all = new CopyOnWriteArrayList<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();

  void add(String filter, Link.Handler handler) {
    all.add(new Subscription(filter, handler));
  }

  List<Subscription> all() {
    return all;
  }

  long received() {
    return received.get();
  }

  long faults() {
    return faults.get();
  }

  void dispatch(Message message) {
    received.incrementAndGet();
    for (Subscription subscription : all) {
      if (TopicFilter.matches(subscription.filter, message.topic())) {
        call(subscription.handler, message);
      }
    }
  }

  private void call(Link.Handler handler, Message message) {
    try {
      handler.message(message);
    } catch (RuntimeException bug) { // Paho would close the connection
      faults.incrementAndGet();
    }
  }
}
