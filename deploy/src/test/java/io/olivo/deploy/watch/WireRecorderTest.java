package io.olivo.deploy.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.journal.EventOutbox;
import io.olivo.controller.journal.Journal;
import io.olivo.controller.link.LocalLink;
import io.olivo.controller.link.Message;
import io.olivo.controller.record.mcap.Channel;
import io.olivo.controller.record.mcap.McapReader;
import io.olivo.controller.record.mcap.McapRecord;
import io.olivo.controller.record.mcap.Metadata;
import io.olivo.controller.record.mcap.Schema;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.sensors.Unit;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WireRecorderTest {
  private static final Topics ARM = new Topics("arm");
  private static final Description DESCRIPTION =
      new Description(
          "arm",
          "0.1.0",
          "s1",
          Role.CONTROLLER,
          500,
          List.of(new io.olivo.sensors.Channel("a.angle", Unit.RADIAN, -3, 3)),
          List.of(),
          0,
          List.of(),
          io.olivo.controller.wire.Dashboard.NONE);

  @TempDir private Path folder;

  private final Map<Integer, Channel> channels = new HashMap<>();
  private final Map<String, List<byte[]>> messages = new HashMap<>(); // by topic
  private final Map<Integer, Schema> schemas = new HashMap<>(); // the summary repeats them
  private Map<String, String> facts = Map.of();

  private static byte[] frame(long seq) {
    TelemetryFrame frame = new TelemetryFrame(DESCRIPTION);
    frame.session = "s1";
    frame.seq = seq;
    frame.values[0] = Double.NaN;
    return frame.encode();
  }

  private WireRecorder recorder(Path file) throws IOException {
    return new WireRecorder(file, "arm", () -> Instant.ofEpochSecond(1_796_000_000));
  }

  private void read(Path file) throws IOException {
    try (McapReader in = McapReader.open(file)) {
      for (McapRecord record = in.next(); record != null; record = in.next()) {
        switch (record) {
          case Channel channel -> channels.put(channel.id(), channel);
          case Schema schema -> schemas.put(schema.id(), schema);
          case Metadata metadata -> facts = metadata.metadata();
          case io.olivo.controller.record.mcap.Message message ->
              messages
                  .computeIfAbsent(
                      channels.get(message.channelId()).topic(), any -> new ArrayList<>())
                  .add(message.data());
          default -> {}
        }
      }
    }
  }

  @Test
  void whatCameStandsThereByteForByteAndGapsAreTold() throws IOException {
    Path file = folder.resolve("arm.mcap");
    byte[] event = new Event(7, "guard", "doubted").encode();
    byte[] first = frame(25);
    try (WireRecorder recorder = recorder(file)) {
      recorder.take(Message.plain(ARM.telemetry(), frame(1))); // nobody can read it yet
      recorder.take(Message.plain(ARM.description(), DESCRIPTION.encode()));
      recorder.take(Message.plain(ARM.state(), new State(true, "s1").encode()));
      recorder.take(Message.plain(ARM.telemetry(), first));
      for (int i = 2; i <= 20; i++) {
        recorder.take(Message.plain(ARM.telemetry(), frame(25 * i)));
      }
      recorder.take(Message.plain(ARM.telemetry(), frame(25 * 24)));
      recorder.take(Message.plain(ARM.telemetry(), "{}".getBytes(UTF_8)));
      recorder.take(Message.plain(ARM.events(), event));
    }
    read(file);
    assertEquals(21, messages.get("telemetry").size());
    assertArrayEquals(first, messages.get("telemetry").getFirst());
    assertArrayEquals(event, messages.get("events").getFirst());
    assertArrayEquals(DESCRIPTION.encode(), messages.get("description").getFirst());
    assertEquals(
        "{\"missing\":3,\"before_seq\":600}", new String(messages.get("gaps").getFirst(), UTF_8));
    assertEquals("3", facts.get("telemetry_missing"));
    assertEquals("2", facts.get("not_understood"));
    assertEquals("0", facts.get("left_out_by_recorder"));
    assertEquals("0", facts.get("event_gaps"));
    assertEquals("24", facts.get("messages"));
  }

  @Test
  void eventsThatWereToldBeforeAnybodyListenedAreFetchedOnceAndInOrder()
      throws IOException, InterruptedException {
    Path file = folder.resolve("arm.mcap");
    LocalLink link = new LocalLink();
    try (WireRecorder recorder = recorder(file);
        EventOutbox robot =
            new EventOutbox(link, ARM, Journal.inMemory(Journal.USUAL_LIMIT, 1), trouble -> {})) {
      CountDownLatch last = new CountDownLatch(1);
      robot.offer(new Event(7, "guard", "first"));
      robot.offer(new Event(8, "guard", "second"));
      await(() -> robot.counters().sent() == 2);
      recorder.listen(link, "desk");
      link.subscribe(ARM.events(), message -> noteThird(message, last));
      robot.offer(new Event(9, "guard", "third"));
      assertTrue(last.await(20, TimeUnit.SECONDS));
      await(() -> robot.counters().repeated() >= 2);
    }
    read(file);
    List<String> texts = new ArrayList<>();
    for (byte[] event : messages.get("events")) {
      texts.add(decoded(event).text());
    }
    assertEquals(List.of("first", "second", "third"), texts);
    assertEquals("0", facts.get("event_gaps"));
  }

  private static void noteThird(Message message, CountDownLatch last) {
    if (new String(message.payload(), UTF_8).contains("third")) {
      last.countDown();
    }
  }

  private static Event decoded(byte[] event) {
    try {
      return Event.decode(event);
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertTrue(condition.getAsBoolean());
  }

  @Test
  void everySchemaIsJsonOfAnObject() throws IOException {
    Path file = folder.resolve("arm.mcap");
    try (WireRecorder recorder = recorder(file)) {
      recorder.take(Message.plain(ARM.state(), new State(true, "s1").encode()));
    }
    read(file);
    assertEquals(5, schemas.size());
    for (Schema schema : schemas.values()) {
      assertEquals("jsonschema", schema.encoding());
      String type = JsonMapper.builder().build().readTree(schema.data()).get("type").asString();
      assertEquals("object", type);
    }
  }

  @Test
  void fileThatExistsIsNotOverwritten() throws IOException {
    Path file = folder.resolve("arm.mcap");
    recorder(file).close();
    assertThrows(FileAlreadyExistsException.class, () -> recorder(file));
  }
}
