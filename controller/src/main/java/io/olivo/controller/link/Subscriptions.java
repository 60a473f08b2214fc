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

  void dispatch(String topic, byte[] payload, boolean retained) {
    received.incrementAndGet();
    for (Subscription subscription : all) {
      if (TopicFilter.matches(subscription.filter, topic)) {
        call(subscription.handler, topic, payload, retained);
      }
    }
  }

  private void call(Link.Handler handler, String topic, byte[] payload, boolean retained) {
    try {
      handler.message(topic, payload, retained);
    } catch (RuntimeException bug) { // Paho would close the connection
      faults.incrementAndGet();
    }
  }
}
