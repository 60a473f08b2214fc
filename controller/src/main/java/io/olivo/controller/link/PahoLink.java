package io.olivo.controller.link;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The link over Eclipse Paho (MQTT 5). Two threads: one sends what the slots hold, one looks after
 * the connection.
 */
public final class PahoLink implements Link {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final long BACKOFF_FIRST_NANOS = Duration.ofMillis(100).toNanos();
  private static final long BACKOFF_LIMIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long IDLE_NANOS = Duration.ofMillis(100).toNanos();

  private final LinkConfig config;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Retained retained = new Retained();
  private final List<Slot> slots = new CopyOnWriteArrayList<>();
  private final LongAdder published = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LinkSupervisor supervisor;
  private final Thread supervising;
  private final Thread sending;
  private volatile boolean closing;

  private PahoLink(
      LinkConfig config, Connector connector, Duration connectLimit, @Nullable Greeting greeting) {
    this.config = config;
    supervisor = supervisor(connector, connectLimit, greeting);
    supervising = daemon("olivo-link-supervisor", this::supervise);
    sending = daemon("olivo-link-sender", this::send);
  }

  /**
   * Connects, and stays connected until closed.
   *
   * @throws IllegalArgumentException naming the file for TLS that is wrong
   * @throws NoBrokerException within about 3 s when there is none, saying what to do
   */
  public static PahoLink connect(LinkConfig config) throws NoBrokerException {
    return connect(config, CONNECT_LIMIT);
  }

  /**
   * Connects, and stays connected until closed.
   *
   * @param limit for each attempt to connect, this first one and all later ones
   * @throws NoBrokerException when there is no broker, saying what to do
   */
  public static PahoLink connect(LinkConfig config, Duration limit) throws NoBrokerException {
    return connect(config, limit, null);
  }

  /**
   * The same for a link whose connections all begin with a greeting.
   *
   * @throws NoBrokerException within about 3 s when there is none, saying what to do
   */
  public static PahoLink connect(LinkConfig config, Greeting greeting) throws NoBrokerException {
    return connect(config, CONNECT_LIMIT, greeting);
  }

  /**
   * Connects now or, while there is no broker, as soon as there is one: for a robot that runs with
   * and without.
   *
   * @throws IllegalArgumentException naming the file for TLS that is wrong
   */
  public static PahoLink connectOnceThere(LinkConfig config) {
    PahoLink link = new PahoLink(config, new PahoConnector(config), CONNECT_LIMIT, null);
    link.supervising.start();
    link.sending.start();
    return link;
  }

  private static PahoLink connect(LinkConfig config, Duration limit, @Nullable Greeting greeting)
      throws NoBrokerException {
    PahoLink link = new PahoLink(config, new PahoConnector(config), limit, greeting);
    if (greeting != null) {
      link.subscriptions.add(greeting.filter(), greeting.handler());
    }
    try {
      link.supervisor.first();
    } catch (IOException e) {
      throw new NoBrokerException(config, e);
    }
    link.supervising.start();
    link.sending.start();
    return link;
  }

  private LinkSupervisor supervisor(
      Connector connector, Duration limit, @Nullable Greeting greeting) {
    Backoff backoff = new Backoff(BACKOFF_FIRST_NANOS, BACKOFF_LIMIT_NANOS, new Random());
    return new LinkSupervisor(
        connector, ears(), limit, backoff, System::nanoTime, subscriptions, retained, greeting);
  }

  private Connector.Ears ears() {
    return new Connector.Ears() {
      @Override
      public void message(Message message) {
        subscriptions.dispatch(message);
      }

      @Override
      public void lost() {
        LockSupport.unpark(supervising);
      }
    };
  }

  private static Thread daemon(String name, Runnable body) {
    return Thread.ofPlatform().daemon().name(name).unstarted(body);
  }

  @Override
  public Slot slot(String topic, int depth) {
    Slot slot = new Slot(topic, depth);
    slots.add(slot);
    return slot;
  }

  @Override
  public Offer offer(Slot slot, byte[] payload) {
    if (supervisor.connection() == null) {
      dropped.increment();
      return Offer.NOT_CONNECTED;
    }
    int lost = slot.put(payload);
    dropped.add(lost);
    LockSupport.unpark(sending);
    return lost == 0 ? Offer.ACCEPTED : Offer.DROPPED;
  }

  @Override
  public Offer publishNow(String topic, byte[] payload) {
    Connection now = supervisor.connection();
    if (now != null && now.publishNow(topic, payload)) {
      published.increment();
      return Offer.ACCEPTED;
    }
    dropped.increment();
    return now == null ? Offer.NOT_CONNECTED : Offer.DROPPED;
  }

  @Override
  public Offer publish(Message message) {
    Connection now = supervisor.connection();
    try {
      if (now != null) {
        now.publish(message);
        published.increment();
        return Offer.ACCEPTED;
      }
    } catch (IOException lost) {
      // counted below
    }
    dropped.increment();
    return now == null ? Offer.NOT_CONNECTED : Offer.DROPPED;
  }

  @Override
  public void retain(String topic, byte[] payload) {
    retained.put(topic, payload);
    LockSupport.unpark(supervising);
  }

  @Override
  public void forget(String topic) {
    retained.forget(topic);
    LockSupport.unpark(supervising);
  }

  @Override
  public void subscribe(String filter, Handler handler) {
    subscriptions.add(filter, handler);
    LockSupport.unpark(supervising);
  }

  @Override
  public boolean connected() {
    return supervisor.connection() != null;
  }

  @Override
  public LinkCounters counters() {
    return new LinkCounters(
        published.sum(),
        dropped.sum(),
        subscriptions.received(),
        Math.max(0, supervisor.connects() - 1),
        subscriptions.faults());
  }

  private void supervise() {
    while (!closing) {
      LockSupport.parkNanos(this, supervisor.step());
    }
  }

  private void send() {
    while (!closing) {
      for (Slot slot : slots) {
        empty(slot);
      }
      LockSupport.parkNanos(this, IDLE_NANOS);
    }
  }

  private void empty(Slot slot) {
    for (byte[] payload = slot.take(); payload != null; payload = slot.take()) {
      send(slot.topic(), payload);
    }
  }

  private void send(String topic, byte[] payload) {
    Connection now = supervisor.connection();
    try {
      if (now == null) {
        throw new IOException("not connected");
      }
      now.publish(topic, payload, false);
      published.increment();
    } catch (IOException lost) {
      dropped.increment();
    }
  }

  @Override
  public void close() {
    if (!closing) {
      closing = true;
      LockSupport.unpark(supervising);
      LockSupport.unpark(sending);
      join(supervising);
      join(sending);
      sayGoodbye(supervisor.release());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a polite end the broker doesn't send the last will, so it is sent here. */
  private void sayGoodbye(@Nullable Connection last) {
    if (last == null) {
      return;
    }
    try {
      for (var left = retained.nextUnsent(); left != null; left = retained.nextUnsent()) {
        last.publish(left.getKey(), left.getValue(), true);
        retained.sent(left.getKey(), left.getValue());
      }
      LastWill will = config.will();
      if (will != null) {
        last.publish(will.asMessage());
      }
    } catch (IOException gone) {
      // then the broker sends the will itself
    }
    leave(last);
  }

  /** Whoever waits for a will that nobody keeps gets it from the broker too, as a second word. */
  private void leave(Connection last) {
    LastWill will = config.will();
    if (will == null || will.isRetained()) {
      last.leave();
    } else {
      last.discard();
    }
  }
}
