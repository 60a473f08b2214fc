package io.olivo.controller.journal;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Have;
import io.olivo.controller.wire.Kept;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a robot's events, on a thread of its own: each is written to the journal, synced together
 * with those that wait beside it, and sent with QoS 1 once the broker is there. It is sent again
 * only to a collector that says it lacks it. Repeats are paced, and haste of collectors changes
 * nothing: what was sent less than half a second ago counts as on its way.
 */
public final class EventOutbox implements AutoCloseable {
  private static final int MOST_WAITING = 256; // events, and as many messages of collectors
  private static final long IDLE_NANOS = Duration.ofMillis(20).toNanos();
  private static final long REPEAT_PAUSE_NANOS = Duration.ofMillis(4).toNanos();
  private static final long ON_ITS_WAY_NANOS = Duration.ofMillis(500).toNanos();
  private static final long ANSWER_PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Link link;
  private final Topics topics;
  private final Journal journal;
  private final Consumer<String> trouble;
  private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final BlockingQueue<Have> asked = new ArrayBlockingQueue<>(MOST_WAITING);
  private final SendingPlace place;
  private final Thread thread = new Thread(this::run, "olivo-events");
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unacknowledged = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong unkept = new AtomicLong();
  private final AtomicLong malformed = new AtomicLong();
  private volatile long first;
  private volatile long last;
  private volatile boolean closing;
  private long answeredAtNanos = System.nanoTime() - ANSWER_PAUSE_NANOS;
  private boolean answerDue;
  private boolean complained;

  /**
   * Begins; what an earlier run has left in the journal is sent to those who ask.
   *
   * @param journal closed with this
   * @param trouble hears, on a thread of its own, when the disk refuses; once until it works again
   */
  public EventOutbox(Link link, Topics topics, Journal journal, Consumer<String> trouble) {
    this.link = link;
    this.topics = topics;
    this.journal = journal;
    this.trouble = trouble;
    place = new SendingPlace(journal.newest(), ON_ITS_WAY_NANOS);
    link.subscribe(topics.eventsHave(), this::hear);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes an event; never waits.
   *
   * @return false when it is lost, because too many wait already
   */
  public boolean offer(Event event) {
    boolean taken = !closing && waiting.offer(event);
    if (!taken) {
      dropped.incrementAndGet();
    }
    LockSupport.unpark(thread);
    return taken;
  }

  private void hear(Message message) {
    try {
      if (message.retained() || !asked.offer(Have.decode(message.payload()))) {
        malformed.incrementAndGet();
      }
      LockSupport.unpark(thread);
    } catch (WireException e) {
      malformed.incrementAndGet();
    }
  }

  /** What it did so far. */
  public OutboxCounters counters() {
    return new OutboxCounters(
        kept.get(),
        first,
        last,
        sent.get(),
        unacknowledged.get(),
        repeated.get(),
        dropped.get(),
        unkept.get(),
        journal.evicted(),
        malformed.get());
  }

  private void run() {
    while (!closing) {
      boolean busy = step();
      LockSupport.parkNanos(this, busy ? 0 : IDLE_NANOS);
    }
  }

  /** Does one round; whether there is more to do at once. */
  private boolean step() {
    keepWaiting();
    listen();
    Entry next = journal.next(place.last());
    return next != null && send(next);
  }

  private void keepWaiting() {
    boolean any = false;
    for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
      any |= keep(event);
    }
    if (any) {
      sync();
    }
  }

  private boolean keep(Event event) {
    try {
      long id = journal.append((own, before) -> event.numbered(own, before).encode());
      first = first == 0 ? id : first;
      last = id;
      kept.incrementAndGet();
      return true;
    } catch (IOException refused) {
      unkept.incrementAndGet();
      complain(refused);
      link.publish(Message.certain(topics.events(), event.encode()));
      return false;
    }
  }

  private void sync() {
    try {
      journal.sync();
      complained = false;
    } catch (IOException refused) {
      complain(refused);
    }
  }

  private void complain(IOException refused) {
    if (!complained) {
      trouble.accept("events are not kept: " + refused.getMessage());
    }
    complained = true;
  }

  private void listen() {
    long now = System.nanoTime();
    Have have = asked.poll();
    for (int i = 0; have != null && i < MOST_WAITING; i++) { // more may come for ever
      answerDue = true;
      Entry lacking = journal.next(have.upto());
      if (lacking != null) {
        place.lacks(lacking.id(), lacking.after(), now);
      }
      have = asked.poll();
    }
    if (answerDue && now - answeredAtNanos >= ANSWER_PAUSE_NANOS) {
      answerDue = false;
      answeredAtNanos = now;
      link.publishNow(topics.eventsKept(), new Kept(journal.before(), journal.newest()).encode());
    }
  }

  private boolean send(Entry next) {
    boolean repeat = place.isRepeat(next.id());
    Link.Offer became = link.publish(Message.certain(topics.events(), next.payload()));
    if (became == Link.Offer.NOT_CONNECTED) {
      return false;
    }
    place.sent(next.id(), System.nanoTime());
    (became == Link.Offer.ACCEPTED ? sent : unacknowledged).incrementAndGet();
    if (repeat) {
      repeated.incrementAndGet();
      pause();
    }
    return true;
  }

  /** Also while collectors wake this thread, as fast as they like. */
  private void pause() {
    long until = System.nanoTime() + REPEAT_PAUSE_NANOS;
    for (long left = REPEAT_PAUSE_NANOS; left > 0 && !closing; left = until - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** Keeps and, for up to about a second, sends what waits; closes the journal. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LAST_WORDS.plusSeconds(2)); // a message on its way has up to 2 s
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sayLastWords(thread.isAlive() ? null : System.nanoTime() + LAST_WORDS.toNanos());
  }

  private void sayLastWords(@Nullable Long untilNanos) {
    if (untilNanos != null) {
      while (step() && System.nanoTime() - untilNanos < 0) {
        Thread.onSpinWait();
      }
    }
    try {
      journal.close();
    } catch (IOException refused) {
      complain(refused);
    }
  }
}
