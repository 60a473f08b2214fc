package io.olivo.controller.journal;

import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Have;
import io.olivo.controller.wire.Kept;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Gets every event of a robot once and in order, whatever happens to the broker, as long as the
 * robot's journal has it. It tells the robot what it has: when it connects, when it meets a gap,
 * and every few seconds.
 */
public final class EventCollector implements AutoCloseable {
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
  private static final long REGULAR_NANOS = Duration.ofSeconds(3).toNanos();
  private static final long GAP_NANOS = Duration.ofMillis(600).toNanos(); // longer than the robot
  // counts an event as on its way

  private final Link link;
  private final Topics topics;
  private final String id;
  private final Consumer<Event> sink;
  private final Thread thread = new Thread(this::run, "olivo-collector");
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong doubled = new AtomicLong();
  private final AtomicLong early = new AtomicLong();
  private final AtomicLong missing = new AtomicLong();
  private final AtomicLong malformed = new AtomicLong();
  private volatile long upto;
  private volatile boolean gap;
  private volatile boolean closed;

  /**
   * Begins.
   *
   * @param id of this collector, always the same
   * @param upto id of the last event that it got in an earlier life; 0 to get all that is kept
   * @param sink gets each event, on the link's thread: it must not wait
   */
  public EventCollector(Link link, Topics topics, String id, long upto, Consumer<Event> sink) {
    this.link = link;
    this.topics = topics;
    this.id = id;
    this.upto = upto;
    this.sink = sink;
    link.subscribe(topics.events(), message -> event(message.payload()));
    link.subscribe(topics.eventsKept(), message -> kept(message.payload()));
    thread.setDaemon(true);
    thread.start();
  }

  /** Id of the last event that was handed on, with all before it; to be kept for the next life. */
  public long upto() {
    return upto;
  }

  /** What it met so far. */
  public CollectorCounters counters() {
    return new CollectorCounters(
        received.get(), doubled.get(), early.get(), missing.get(), malformed.get());
  }

  private synchronized void event(byte[] payload) {
    try {
      take(Event.decode(payload));
    } catch (WireException e) {
      malformed.incrementAndGet();
    }
  }

  private void take(Event event) {
    if (closed) {
      return; // the link has no way to unsubscribe
    }
    if (event.id() > 0 && event.id() <= upto) {
      doubled.incrementAndGet();
    } else if (event.after() > upto) {
      early.incrementAndGet();
      gap = true;
      LockSupport.unpark(thread);
    } else {
      upto = Math.max(upto, event.id());
      received.incrementAndGet();
      sink.accept(event);
    }
  }

  /** The robot has dropped what this collector lacks: it goes on with the oldest that there is. */
  private synchronized void kept(byte[] payload) {
    try {
      Kept range = Kept.decode(payload);
      if (range.before() > upto) {
        missing.addAndGet(upto > 0 ? 1 : 0); // a new collector lacks nothing
        upto = range.before();
        gap = true;
        LockSupport.unpark(thread);
      }
      gap = gap && range.newest() > upto;
    } catch (WireException e) {
      malformed.incrementAndGet();
    }
  }

  private void run() {
    boolean wasConnected = false;
    long connections = -1;
    long saidNanos = System.nanoTime() - REGULAR_NANOS;
    while (!closed) {
      boolean connected = link.connected();
      boolean fresh = connected && (!wasConnected || connections != link.counters().reconnects());
      long silent = System.nanoTime() - saidNanos;
      if (connected && (fresh || silent > (gap ? GAP_NANOS : REGULAR_NANOS)) && say()) {
        saidNanos = System.nanoTime();
      }
      wasConnected = connected;
      connections = link.counters().reconnects();
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  private boolean say() {
    return link.publishNow(topics.eventsHave(), new Have(id, upto).encode()) == Link.Offer.ACCEPTED;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
