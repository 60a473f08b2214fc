package io.olivo.deploy.watch;

import io.olivo.controller.journal.EventCollector;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.record.mcap.Compression;
import io.olivo.controller.record.mcap.McapOptions;
import io.olivo.controller.record.mcap.McapWriter;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.session.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records what MQTT brings of one robot, as it came: description, state, telemetry and events, each
 * a channel of JSON with its schema. Events that an outage held up are asked for, and come once and
 * in order. Gaps in the numbers of telemetry are written as messages of a channel of their own, and
 * counted in the metadata at the end; so is what this recorder itself had to leave out because the
 * disk was too slow. Messages come by {@link #take}, from whoever brings them; one thread of its
 * own writes.
 */
public final class WireRecorder implements AutoCloseable {
  private static final int WAITING = 10_000; // messages that a stalled disk may hold up
  private static final long FLUSH_NANOS = 2_000_000_000L; // what a killed process loses at most
  private static final long LOOK_MILLIS = 200;

  @SuppressWarnings("ArrayRecordComponent") // written and forgotten; nobody compares two of them
  private record Heard(String leaf, byte[] payload, long nanos) {}

  private final Topics topics;
  private final InstantSource wall;
  private final McapWriter out;
  private final Map<String, Integer> channels = new LinkedHashMap<>(); // by last part of the topic
  private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong leftOut = new AtomicLong();
  private final SequenceGaps gaps = new SequenceGaps();
  private final Thread writing = Thread.ofPlatform().daemon().unstarted(this::write);
  private volatile boolean closing;
  private volatile @Nullable IOException failed;
  private @Nullable EventCollector events;
  private @Nullable TelemetryFrame frame;
  private long messages;
  private long refused;

  /**
   * Begins a new file.
   *
   * @throws IOException when there is one already, among others
   */
  public WireRecorder(Path file, String robot, InstantSource wall) throws IOException {
    topics = new Topics(robot);
    this.wall = wall;
    out = McapWriter.create(file, McapOptions.of("olivo " + Version.text(), Compression.LZ4));
    for (String leaf : WireSchemas.LEAVES) {
      byte[] schema = WireSchemas.of(leaf).getBytes(StandardCharsets.UTF_8);
      int id = out.schema("olivo." + leaf, "jsonschema", schema);
      channels.put(leaf, out.channel(id, leaf, "json", Map.of("robot", robot)));
    }
    writing.start();
  }

  /**
   * Hears everything of the robot from now on, and the events that it still has from before.
   *
   * @param collector an id that nobody else has: by it the robot knows who asks for events
   */
  public void listen(Link link, String collector) {
    link.subscribe(topics.description(), this::take);
    link.subscribe(topics.state(), this::take);
    link.subscribe(topics.telemetry(), this::take);
    events =
        new EventCollector(
            link,
            topics,
            collector,
            0,
            event -> take(Message.plain(topics.events(), event.encode())));
  }

  /** Takes a message of the robot, from any thread; never waits. */
  public void take(Message message) {
    String leaf = message.topic().substring(message.topic().lastIndexOf('/') + 1);
    Instant now = wall.instant();
    long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    if (channels.containsKey(leaf)
        && message.payload().length > 0
        && !waiting.offer(new Heard(leaf, message.payload(), nanos))) {
      leftOut.incrementAndGet();
    }
  }

  private void write() {
    try {
      long flushed = System.nanoTime();
      while (!closing || !waiting.isEmpty()) {
        Heard next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
        }
        if (System.nanoTime() - flushed > FLUSH_NANOS) {
          out.flush();
          flushed = System.nanoTime();
        }
      }
    } catch (IOException disk) {
      failed = disk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Heard heard) throws IOException {
    long number = 0;
    try {
      number = look(heard);
    } catch (WireException nonsense) {
      refused++;
      return; // a recording that its schema does not fit would help nobody
    }
    put(heard.leaf(), number, heard.payload(), heard.nanos());
    messages++;
  }

  /** Reads it, whether it makes sense; its number, and gaps before it. */
  private long look(Heard heard) throws WireException, IOException {
    switch (heard.leaf()) {
      case "description" -> {
        frame = new TelemetryFrame(Description.decode(heard.payload()));
        gaps.restart();
      }
      case "events" -> Event.decode(heard.payload());
      case "state" -> State.decode(heard.payload());
      case "telemetry" -> {
        return lookAtTelemetry(heard);
      }
      default -> {}
    }
    return 0;
  }

  private long lookAtTelemetry(Heard heard) throws WireException, IOException {
    TelemetryFrame into = frame;
    if (into == null) {
      throw new WireException("telemetry before its description");
    }
    into.decode(heard.payload());
    long missing = gaps.take(into.seq);
    if (missing > 0) {
      byte[] gap =
          "{\"missing\":%d,\"before_seq\":%d}"
              .formatted(missing, into.seq)
              .getBytes(StandardCharsets.UTF_8);
      put("gaps", into.seq, gap, heard.nanos());
    }
    return into.seq;
  }

  private void put(String leaf, long number, byte[] payload, long nanos) throws IOException {
    int channel = channels.getOrDefault(leaf, 0);
    out.message(channel, number, nanos, nanos, payload, 0, payload.length);
  }

  /** Telemetry that never came, so far. */
  public long missing() {
    return gaps.missing();
  }

  /**
   * Writes the rest, and how much there was and was not.
   *
   * @throws IOException when something could not be written, now or before
   */
  @Override
  public void close() throws IOException {
    EventCollector collecting = events;
    if (collecting != null) {
      collecting.close();
    }
    closing = true;
    joinWriting();
    try (out) {
      IOException before = failed;
      if (before != null) {
        throw before;
      }
      out.metadata(
          "olivo.watch",
          Map.of(
              "robot", topics.robot(),
              "messages", Long.toString(messages),
              "telemetry_missing", Long.toString(gaps.missing()),
              "event_gaps", Long.toString(collecting == null ? 0 : collecting.counters().missing()),
              "not_understood", Long.toString(refused),
              "left_out_by_recorder", leftOut.toString()));
    }
  }

  private void joinWriting() {
    try {
      writing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
