package io.olivo.sim.mirror;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkCounters;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.Slot;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A broker in memory that loses, doubles and delays messages; retained ones arrive. */
final class FaultyBus implements AutoCloseable {
  private record Subscription(String topic, Link.Handler handler) {}

  private static final long MAX_DELAY_MICROS = 90_000;

  private final ScheduledExecutorService wire = Executors.newSingleThreadScheduledExecutor();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final Random chance;
  private final double faults; // share of messages lost, of those doubled, and of those delayed

  FaultyBus(double faults, long seed) {
    this.faults = faults;
    chance = new Random(seed);
  }

  Link link() {
    return new End();
  }

  private synchronized boolean fault() {
    return chance.nextDouble() < faults;
  }

  private synchronized long delayMicros() {
    return chance.nextLong(MAX_DELAY_MICROS);
  }

  private void carry(String topic, byte[] payload) {
    if (fault()) {
      return;
    }
    wire.schedule(
        () -> deliver(topic, payload), fault() ? delayMicros() : 0, TimeUnit.MICROSECONDS);
    if (fault()) {
      wire.schedule(() -> deliver(topic, payload), delayMicros(), TimeUnit.MICROSECONDS);
    }
  }

  private void deliver(String topic, byte[] payload) {
    for (Subscription subscription : subscriptions) {
      if (subscription.topic.equals(topic)) {
        subscription.handler.message(Message.plain(topic, payload));
      }
    }
  }

  @Override
  public void close() {
    wire.shutdownNow();
  }

  private final class End implements Link {
    @Override
    public Offer publishNow(String topic, byte[] payload) {
      carry(topic, payload);
      return Offer.ACCEPTED;
    }

    @Override
    public Offer publish(Message message) {
      return publishNow(message.topic(), message.payload());
    }

    @Override
    public void retain(String topic, byte[] payload) {
      kept.put(topic, payload);
      wire.execute(() -> deliver(topic, payload));
    }

    @Override
    public void forget(String topic) {
      kept.remove(topic);
    }

    @Override
    public void subscribe(String filter, Handler handler) {
      subscriptions.add(new Subscription(filter, handler));
      byte[] payload = kept.get(filter);
      if (payload != null) {
        wire.execute(() -> handler.message(Message.plain(filter, payload)));
      }
    }

    @Override
    public Slot slot(String topic, int depth) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Offer offer(Slot slot, byte[] payload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean connected() {
      return true;
    }

    @Override
    public LinkCounters counters() {
      return new LinkCounters(0, 0, 0, 0, 0);
    }

    @Override
    public void close() {}
  }
}
