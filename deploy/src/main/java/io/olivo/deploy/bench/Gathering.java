package io.olivo.deploy.bench;

import io.olivo.controller.exchange.SnapshotFetcher;
import io.olivo.controller.journal.CollectorCounters;
import io.olivo.controller.journal.EventCollector;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects a robot's events and snapshots, and notes each application of each. */
final class Gathering implements AutoCloseable {
  private static final String ID = "bench-collector";
  private static final Duration FETCH_LIMIT = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 100;

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> snapshots = new ConcurrentHashMap<>(); // times by digest
  private final BlockingQueue<SnapshotNote> wanted = new LinkedBlockingQueue<>();
  private final EventCollector collector;
  private final SnapshotFetcher fetcher;
  private final Thread thread = new Thread(this::fetchAll, "olivo-bench-fetch");
  private volatile boolean closed;

  Gathering(PahoLink link, Topics topics, Path folder) {
    fetcher = new SnapshotFetcher(link, topics, ID, folder);
    collector = new EventCollector(link, topics, ID, 0, this::take);
    thread.setDaemon(true);
    thread.start();
  }

  private void take(Event event) {
    events.add(event);
    SnapshotNote note = event.snapshot();
    if (note != null) {
      wanted.add(note);
    }
  }

  private void fetchAll() {
    try {
      while (!closed) {
        SnapshotNote next = wanted.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          fetch(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetch(SnapshotNote note) throws InterruptedException {
    while (!closed) {
      try {
        fetcher.fetch(note.number(), FETCH_LIMIT);
        snapshots.merge(note.digest(), 1, Integer::sum);
        return;
      } catch (IOException interrupted) {
        Thread.sleep(LOOK_MILLIS); // goes on where it was
      }
    }
  }

  /** In the order in which they were applied. */
  List<Event> events() {
    return List.copyOf(events);
  }

  /** How often each was applied, by its digest. */
  Map<String, Integer> snapshots() {
    return Map.copyOf(snapshots);
  }

  CollectorCounters counters() {
    return collector.counters();
  }

  boolean hasEvents(long last) {
    return collector.upto() >= last;
  }

  boolean hasSnapshots(int count) {
    return snapshots.size() >= count;
  }

  @Override
  public void close() {
    closed = true;
    collector.close();
  }
}
