package io.olivo.deploy.fuzz;

import io.olivo.controller.journal.EventOutbox;
import io.olivo.controller.journal.Journal;
import io.olivo.controller.journal.OutboxCounters;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Have;
import io.olivo.controller.wire.Topics;
import java.util.random.RandomGenerator;

/** A robot's events: whatever collectors say, they stay what they are, and are repeated slowly. */
final class OutboxTarget implements Target {
  private static final int EVENTS = 200;
  private static final long PACE_NANOS = 4_000_000; // of repeats, as documented
  private static final long ON_ITS_WAY_MILLIS = 600; // after it an event may be asked for again

  private final Link link;
  private final Topics topics;
  private final RandomGenerator chance;
  private final Journal journal = Journal.inMemory(Journal.USUAL_LIMIT, 1);
  private final EventOutbox outbox;
  private final long beganNanos = System.nanoTime();
  private long inputs;

  OutboxTarget(Link link, Topics topics, RandomGenerator chance) {
    this.link = link;
    this.topics = topics;
    this.chance = chance;
    outbox = new EventOutbox(link, topics, journal, trouble -> {});
    for (int i = 1; i <= EVENTS; i++) {
      outbox.offer(new Event(i, "armed", "by hand"));
    }
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    byte[] have = new Have("c" + chance.nextInt(100), chance.nextInt(EVENTS + 1)).encode();
    return Message.plain(topics.eventsHave(), have);
  }

  @Override
  public void look(Message message) {}

  @Override
  public Found found() throws InterruptedException {
    boolean answers = repeatsOnDemand();
    OutboxCounters did = outbox.counters();
    long most = (System.nanoTime() - beganNanos) / PACE_NANOS + 1;
    boolean asItWas =
        did.kept() == EVENTS
            && journal.newest() == EVENTS
            && journal.before() == 0
            && did.dropped() + did.unkept() + did.evicted() == 0;
    int wrong = (answers ? 0 : 1) + (asItWas ? 0 : 1) + (did.repeated() > most ? 1 : 0);
    return new Found("events", inputs, did.repeated(), wrong);
  }

  private boolean repeatsOnDemand() throws InterruptedException {
    Thread.sleep(ON_ITS_WAY_MILLIS);
    long before = outbox.counters().repeated();
    for (int i = 0; i < 50 && outbox.counters().repeated() == before; i++) {
      link.publishNow(topics.eventsHave(), new Have("last", 0).encode());
      Thread.sleep(100);
    }
    return outbox.counters().repeated() > before;
  }

  @Override
  public void close() {
    outbox.close();
  }
}
