package io.olivo.deploy.fuzz;

import io.olivo.controller.journal.EventCollector;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.LocalLink;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Kept;
import io.olivo.controller.wire.Topics;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who collects a robot's events. Only an event or a range that says so, read by another reader, may
 * make it believe that it has more. When a number near the largest has come, another one begins:
 * for the old one there could be no newer event.
 */
final class CollectorTarget implements Target {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LARGE = 1L << 60;

  private final Topics topics = new Topics("told");
  private final RandomGenerator chance;
  private LocalLink own = new LocalLink();
  private EventCollector collector = begin();
  private long inputs;
  private long effects;
  private long wrong;
  private long upto;
  private long received;

  CollectorTarget(Link link, RandomGenerator chance) {
    this.chance = chance;
    link.subscribe(topics.events(), message -> own.publish(message));
    link.subscribe(topics.eventsKept(), message -> own.publish(message));
  }

  private EventCollector begin() {
    return new EventCollector(own, topics, "collector", 0, event -> {});
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    long near = Math.min(LARGE, upto) + chance.nextInt(3);
    return chance.nextInt(3) == 0
        ? Message.plain(topics.eventsKept(), new Kept(near, near + 5).encode())
        : Message.certain(topics.events(), event(Math.max(1, near)));
  }

  private byte[] event(long id) {
    return new Event(chance.nextLong(), "armed", "waiting", id, id - 1, null).encode();
  }

  @Override
  public void look(Message message) {
    long had = received;
    long before = upto;
    upto = collector.upto();
    received = collector.counters().received();
    if (upto != before || received != had) {
      effects++;
      wrong += explains(message, before) ? 0 : 1;
    }
    if (upto >= LARGE) {
      renew();
    }
  }

  private boolean explains(Message message, long before) {
    try {
      JsonNode all = JSON.readTree(message.payload());
      boolean ours = all.isObject() && isWhole(all, "v") && all.path("v").asLong() == 1;
      return ours
          && (message.topic().equals(topics.events())
              ? isEvent(all, before)
              : message.topic().equals(topics.eventsKept()) && isRange(all, before));
    } catch (JacksonException noJson) {
      return false;
    }
  }

  private boolean isEvent(JsonNode all, long before) {
    boolean whole = isWhole(all, "time_ns") && text(all, "kind") && text(all, "text");
    long id = all.path("id").asLong(0);
    long after = all.path("after").asLong(Math.max(0, id - 1));
    return whole && (id == 0 ? upto == before : id == upto && id > before && after <= before);
  }

  private boolean isRange(JsonNode all, long before) {
    return isWhole(all, "before")
        && isWhole(all, "newest")
        && all.path("before").asLong() == upto
        && upto > before
        && all.path("newest").asLong() >= upto;
  }

  private static boolean isWhole(JsonNode all, String name) {
    return all.path(name).isIntegralNumber();
  }

  private static boolean text(JsonNode all, String name) {
    return all.path(name).isString();
  }

  private void renew() {
    collector.close();
    wrong += own.counters().handlerFaults();
    own = new LocalLink();
    collector = begin();
    upto = 0;
    received = 0;
  }

  @Override
  public Found found() {
    renew();
    own.publish(Message.certain(topics.events(), event(1)));
    boolean works = collector.upto() == 1;
    return new Found("collector", inputs, effects, wrong + (works ? 0 : 1));
  }

  @Override
  public void close() {
    collector.close();
  }
}
