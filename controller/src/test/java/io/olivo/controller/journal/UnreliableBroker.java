package io.olivo.controller.journal;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkCounters;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.Slot;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A broker in memory that can be away, and loses or doubles messages that it has acknowledged, as
 * one does that is killed. In order, on a thread of its own.
 */
public final class UnreliableBroker implements AutoCloseable {
  private record Subscription(String topic, Link.Handler handler) {}

  private final ExecutorService wire = Executors.newSingleThreadExecutor();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private final AtomicLong comebacks = new AtomicLong();
  private final Random chance;
  private volatile boolean up = true;
  private volatile double faults; // share of messages lost, and of those doubled

  /** One without faults yet. */
  public UnreliableBroker(long seed) {
    chance = new Random(seed);
  }

  /** Another end of it. */
  public Link link() {
    return new End();
  }

  /** From now on it loses and doubles so many. */
  public void faults(double share) {
    faults = share;
  }

  /** It goes away, or comes back. */
  public void up(boolean there) {
    if (there && !up) {
      comebacks.incrementAndGet();
    }
    up = there;
  }

  /** Topics of all that was published, in order. */
  public List<String> published() {
    return published;
  }

  private synchronized boolean fault() {
    return chance.nextDouble() < faults;
  }

  private Link.Offer carry(Message message) {
    if (!up) {
      return Link.Offer.NOT_CONNECTED;
    }
    published.add(message.topic());
    int times = fault() ? 0 : fault() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      wire.execute(() -> deliver(message));
    }
    return Link.Offer.ACCEPTED;
  }

  private void deliver(Message message) {
    for (Subscription subscription : subscriptions) {
      if (up && subscription.topic.equals(message.topic())) {
        subscription.handler.message(message);
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
      return carry(Message.plain(topic, payload));
    }

    @Override
    public Offer publish(Message message) {
      return carry(message);
    }

    @Override
    public void subscribe(String filter, Handler handler) {
      subscriptions.add(new Subscription(filter, handler));
    }

    @Override
    public boolean connected() {
      return up;
    }

    @Override
    public LinkCounters counters() {
      return new LinkCounters(0, 0, 0, comebacks.get(), 0);
    }

    @Override
    public void retain(String topic, byte[] payload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String topic) {
      throw new UnsupportedOperationException();
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
    public void close() {}
  }
}
