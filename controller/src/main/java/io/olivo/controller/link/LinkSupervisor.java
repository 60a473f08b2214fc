package io.olivo.controller.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection alive. It never mends: a dead or stuck connection is thrown away and a new
 * one made, after a wait that grows. All that waits for the broker (connect, subscribe, retained
 * messages) happens in {@link #step}, on the one thread that calls it.
 */
final class LinkSupervisor {
  private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();
  private static final long PROVEN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Connector connector;
  private final Connector.Ears ears;
  private final Duration connectLimit;
  private final Backoff backoff;
  private final LongSupplier nanoClock;
  private final Subscriptions subscriptions;
  private final Retained retained;

  private volatile @Nullable Connection connection;
  private final AtomicLong connects = new AtomicLong();
  private long attemptAtNanos;
  private long connectedAtNanos;
  private int subscribed; // how many of the subscriptions this connection has

  /**
   * A supervisor that is not connected yet.
   *
   * @param connectLimit after which a client that is still connecting is thrown away
   * @param nanoClock as {@link System#nanoTime}
   */
  LinkSupervisor(
      Connector connector,
      Connector.Ears ears,
      Duration connectLimit,
      Backoff backoff,
      LongSupplier nanoClock,
      Subscriptions subscriptions,
      Retained retained) {
    this.connector = connector;
    this.ears = ears;
    this.connectLimit = connectLimit;
    this.backoff = backoff;
    this.nanoClock = nanoClock;
    this.subscriptions = subscriptions;
    this.retained = retained;
    attemptAtNanos = nanoClock.getAsLong();
  }

  /** The connection of this moment, if there is one that works. */
  @Nullable Connection connection() {
    Connection now = connection;
    return now != null && now.alive() ? now : null;
  }

  /** How often it connected. */
  long connects() {
    return connects.get();
  }

  /** The first connection; throws what stands in its way. */
  void first() throws IOException {
    connect();
  }

  /**
   * Does what is due.
   *
   * @return how long nothing will be due [ns]
   */
  long step() {
    try {
      return supervise();
    } catch (IOException broken) {
      drop();
      return untilAttempt();
    }
  }

  /** Gives the connection up for good and hands it over, to be closed politely. */
  @Nullable Connection release() {
    Connection last = connection();
    connection = null;
    return last;
  }

  private long supervise() throws IOException {
    Connection now = connection;
    if (now == null) {
      return untilAttempt() > 0 ? untilAttempt() : connect();
    }
    if (!now.alive()) {
      drop();
      return untilAttempt();
    }
    return lookAfter(now);
  }

  private long connect() throws IOException {
    Connection fresh;
    try {
      fresh = connector.open(ears, connectLimit);
    } catch (IOException refused) {
      attemptAtNanos = nanoClock.getAsLong() + backoff.next();
      throw refused;
    }
    subscribed = 0;
    retained.allUnsent();
    connectedAtNanos = nanoClock.getAsLong();
    connection = fresh;
    connects.incrementAndGet();
    return lookAfter(fresh);
  }

  private long lookAfter(Connection now) throws IOException {
    for (; subscribed < subscriptions.all().size(); subscribed++) {
      now.subscribe(subscriptions.all().get(subscribed).filter());
    }
    publishRetained(now);
    if (nanoClock.getAsLong() - connectedAtNanos > PROVEN_NANOS) {
      backoff.reset(); // not sooner: a connection may die at birth, again and again
    }
    return LOOK_NANOS;
  }

  private void publishRetained(Connection now) throws IOException {
    for (Map.Entry<String, byte[]> next = retained.nextUnsent();
        next != null;
        next = retained.nextUnsent()) {
      now.publish(next.getKey(), next.getValue(), true);
      retained.sent(next.getKey(), next.getValue());
    }
  }

  private void drop() {
    Connection dead = connection;
    connection = null;
    if (dead != null) {
      dead.discard();
      attemptAtNanos = nanoClock.getAsLong() + backoff.next();
    }
  }

  private long untilAttempt() {
    return Math.max(0, attemptAtNanos - nanoClock.getAsLong());
  }
}
