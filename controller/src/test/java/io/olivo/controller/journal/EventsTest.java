package io.olivo.controller.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Have;
import io.olivo.controller.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outbox and collectors, over a broker that loses what it has acknowledged. */
class EventsTest {
  private static final Topics TOPICS = new Topics("arm2");
  private static final long LIMIT = 1L << 20;

  @TempDir Path folder;
  private final UnreliableBroker broker = new UnreliableBroker(1);
  private final List<String> got = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    broker.close();
  }

  private EventOutbox outbox(Journal journal) {
    return new EventOutbox(broker.link(), TOPICS, journal, trouble -> {});
  }

  private Journal onDisk(long clock) throws IOException {
    return Journal.on(JournalFiles.open(folder, LIMIT), LIMIT, clock);
  }

  private EventCollector collector(long upto) {
    return new EventCollector(broker.link(), TOPICS, "desk", upto, event -> got.add(event.text()));
  }

  private static Event event(int number) {
    return new Event(number, "test", "e" + number);
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "e" + i).toList();
  }

  private void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private long sentEvents() {
    return broker.published().stream().filter(TOPICS.events()::equals).count();
  }

  @Test
  void eachEventArrivesOnceAndInOrderAlthoughTheBrokerLosesAndDoublesThem() throws Exception {
    broker.faults(0.03);
    try (EventOutbox outbox = outbox(onDisk(1));
        EventCollector collector = collector(0)) {
      for (int i = 0; i < 100; i++) {
        assertTrue(outbox.offer(event(i)));
        Thread.sleep(1);
      }
      Patience.until(() -> got.size() >= 100);
      assertEquals(texts(0, 100), List.copyOf(got));
      assertTrue(collector.counters().doubled() > 0, "the broker doubled some");
      assertTrue(collector.counters().early() > 0, "the broker lost some");
      assertEquals(0, collector.counters().missing());
    }
  }

  @Test
  void withoutACollectorNothingIsSentTwice() throws Exception {
    try (EventOutbox outbox = outbox(onDisk(1))) {
      for (int i = 0; i < 50; i++) {
        outbox.offer(event(i));
      }
      Patience.until(() -> outbox.counters().sent() >= 50);
      Thread.sleep(100);
      assertEquals(50, sentEvents());
      assertEquals(0, outbox.counters().repeated());
    }
  }

  @Test
  void whatHappensWhileTheBrokerIsAwayIsSentWhenItIsBack() throws Exception {
    broker.up(false);
    try (EventOutbox outbox = outbox(onDisk(1));
        EventCollector collector = collector(0)) {
      for (int i = 0; i < 20; i++) {
        outbox.offer(event(i));
      }
      Patience.until(() -> outbox.counters().kept() == 20);
      assertEquals(0, sentEvents());
      broker.up(true);
      Patience.until(() -> got.size() >= 20);
      assertEquals(texts(0, 20), List.copyOf(got));
      assertTrue(collector.upto() >= 20);
    }
  }

  @Test
  void aCollectorThatWasAwayGetsWhatAnEarlierLifeOfTheRobotHasLeft() throws Exception {
    long upto;
    try (EventOutbox outbox = outbox(onDisk(1));
        EventCollector collector = collector(0)) {
      outbox.offer(event(0));
      Patience.until(() -> got.size() == 1);
      upto = collector.upto();
    }
    broker.up(false);
    try (EventOutbox unheard = outbox(onDisk(100))) {
      unheard.offer(event(1));
      Patience.until(() -> unheard.counters().kept() == 1);
    }
    broker.up(true);
    try (EventOutbox outbox = outbox(onDisk(200));
        EventCollector collector = collector(upto)) {
      outbox.offer(event(2));
      Patience.until(() -> got.size() >= 3);
      assertEquals(texts(0, 3), List.copyOf(got));
      assertEquals(0, collector.counters().missing());
    }
  }

  @Test
  void whatTheRobotHadToDropIsToldAsMissingAndTheRestArrives() throws Exception {
    String large = "x".repeat(20_000);
    Journal small = Journal.inMemory(1L << 17, 1); // holds about six of them
    try (EventOutbox outbox = outbox(small)) {
      outbox.offer(new Event(0, "test", large));
      Patience.until(() -> outbox.counters().sent() == 1);
      for (int i = 2; i <= 21; i++) {
        long all = i;
        outbox.offer(new Event(i, "test", large));
        Patience.until(() -> outbox.counters().sent() == all);
      }
      try (EventCollector late = collector(1)) {
        Patience.until(() -> late.upto() == 21);
        assertEquals(1, late.counters().missing());
        assertTrue(got.size() < 10 && !got.isEmpty(), "the rest arrived: " + got.size());
      }
    }
  }

  @Test
  void manyCollectorsAtOnceEachGetEverythingOnce() throws Exception {
    broker.faults(0.03);
    List<String> other = Collections.synchronizedList(new ArrayList<>());
    try (EventOutbox outbox = outbox(onDisk(1));
        EventCollector first = collector(0);
        EventCollector second =
            new EventCollector(broker.link(), TOPICS, "2", 0, event -> other.add(event.text()))) {
      for (int i = 0; i < 60; i++) {
        outbox.offer(event(i));
      }
      Patience.until(() -> got.size() >= 60 && other.size() >= 60);
      assertEquals(texts(0, 60), List.copyOf(got));
      assertEquals(texts(0, 60), List.copyOf(other));
      assertEquals(first.upto(), second.upto());
    }
  }

  @Test
  void malformedAndHastyCollectorsCostLittle() throws Exception {
    Link nasty = broker.link();
    try (EventOutbox outbox = outbox(onDisk(1))) {
      for (int i = 0; i < 30; i++) {
        outbox.offer(event(i));
      }
      Patience.until(() -> outbox.counters().sent() >= 30);
      for (String text : List.of("", "{", "{\"v\":1}", "{\"v\":1,\"collector\":\"a/b\"}")) {
        nasty.publishNow(TOPICS.eventsHave(), text.getBytes(UTF_8));
      }
      for (int i = 0; i < 500; i++) {
        nasty.publishNow(TOPICS.eventsHave(), new Have("nasty", 0).encode());
      }
      nasty.publishNow(TOPICS.eventsHave(), new Have("nasty", Long.MAX_VALUE).encode());
      Patience.until(() -> outbox.counters().malformed() >= 4);
      Thread.sleep(300);
      assertTrue(sentEvents() <= 30 + 60, "500 requests made it send " + sentEvents());
    }
  }

  @Test
  void anEventThatTheDiskRefusesIsSentOnceWithoutAnId() throws Exception {
    JournalFiles files = JournalFiles.open(folder, LIMIT);
    Journal journal = Journal.on(files, LIMIT, 1);
    List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    try (EventOutbox outbox = new EventOutbox(broker.link(), TOPICS, journal, trouble::add);
        EventCollector collector =
            new EventCollector(broker.link(), TOPICS, "c", 0, event -> ids.add(event.id()))) {
      outbox.offer(event(0));
      Patience.until(() -> ids.size() == 1);
      removeFolder();
      String large = "x".repeat(20_000);
      for (int i = 0; i < 4; i++) { // the next file can't be made
        outbox.offer(new Event(i, "test", large + large + large));
      }
      Patience.until(() -> ids.size() >= 5);
      assertTrue(ids.contains(0L), "some had no id: " + ids);
      assertTrue(trouble.getFirst().startsWith("events are not kept"), trouble.toString());
      assertEquals(1, trouble.size());
      assertTrue(collector.upto() >= 1);
    }
  }
}
