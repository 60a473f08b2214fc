package io.olivo.controller.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.journal.UnreliableBroker;
import io.olivo.controller.wire.Chunk;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.Topics;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots from the robot, over a broker that is unreliable. */
class TravelsTest {
  private static final Topics TOPICS = new Topics("arm2");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int VALUES = 12_000; // 96 kB, four pieces

  @TempDir Path folder;
  private final UnreliableBroker broker = new UnreliableBroker(1);

  @AfterEach
  void end() {
    broker.close();
  }

  private SnapshotStore store() {
    return new SnapshotStore(new DiskFiles(folder.resolve("robot")), 3);
  }

  private static byte[] state(Map<String, String> facts) {
    StateWriter out = new StateWriter("test");
    double[] room = out.room("values", VALUES);
    Random chance = new Random(1);
    for (int i = 0; i < room.length; i++) {
      room[i] = chance.nextDouble();
    }
    return out.bytes(facts, name -> "1");
  }

  private SnapshotFetcher fetcher() {
    return new SnapshotFetcher(broker.link(), TOPICS, "desk", folder.resolve("desk"));
  }

  private byte[] stored(Generation generation) throws IOException {
    return Files.readAllBytes(folder.resolve("robot").resolve(generation.file()));
  }

  @Test
  void aSnapshotArrivesByteForByteAlthoughPiecesAreLostAndDoubled() throws Exception {
    SnapshotStore store = store();
    Generation made = store.publish(TravelsTest::state);
    broker.faults(0.08);
    try (SnapshotCounter counter = new SnapshotCounter(broker.link(), TOPICS, store)) {
      Path file = fetcher().fetch(0, LIMIT);
      assertEquals("0000000001.state", file.getFileName().toString());
      assertArrayEquals(stored(made), Files.readAllBytes(file));
      assertEquals(0, counter.refused());
    }
  }

  @Test
  void anInterruptedFetchGoesOnWhereItWas() throws Exception {
    SnapshotStore store = store();
    Generation made = store.publish(TravelsTest::state);
    byte[] bytes = stored(made);
    SnapshotNote note = new SnapshotNote(1, made.digest(), made.size());
    byte[] half = Arrays.copyOf(bytes, 50_000);
    new PartialFile(folder.resolve("desk")).take(note, 0, half);
    try (SnapshotCounter counter = new SnapshotCounter(broker.link(), TOPICS, store)) {
      Path file = fetcher().fetch(1, LIMIT);
      assertArrayEquals(bytes, Files.readAllBytes(file));
      // one to learn what it is, then only what is missing
      long expected = 1 + (bytes.length - 50_000 + Chunk.MOST_BYTES - 1) / Chunk.MOST_BYTES;
      long sent = broker.published().stream().filter(TOPICS.snapshotChunks("desk")::equals).count();
      assertEquals(expected, sent);
      assertEquals(0, counter.refused());
    }
  }

  @Test
  void whatDoesNotMatchItsDigestIsDeleted() throws Exception {
    byte[] bytes = "not what it says".getBytes(UTF_8);
    SnapshotNote note = new SnapshotNote(7, "ab".repeat(32), bytes.length);
    PartialFile part = new PartialFile(folder);
    part.take(note, 0, bytes);
    assertTrue(part.isWhole());
    assertThrows(IOException.class, part::finish);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aGenerationThatIsGoneIsToldAtOnce() {
    try (SnapshotCounter counter = new SnapshotCounter(broker.link(), TOPICS, store())) {
      IOException gone = assertThrows(IOException.class, () -> fetcher().fetch(9, LIMIT));
      assertTrue(gone.getMessage().contains("no such snapshot"), gone.getMessage());
      assertEquals(0, counter.refused());
    }
  }

  @Test
  void nonsenseToTheCounterIsCountedAndHarmsNobody() throws Exception {
    SnapshotStore store = store();
    store.publish(TravelsTest::state);
    try (SnapshotCounter counter = new SnapshotCounter(broker.link(), TOPICS, store)) {
      for (String text : new String[] {"", "{", "{\"v\":1,\"collector\":\"#\"}"}) {
        broker.link().publishNow(TOPICS.snapshotRequests(), text.getBytes(UTF_8));
      }
      assertTrue(Files.exists(fetcher().fetch(0, LIMIT)));
      assertEquals(3, counter.refused());
    }
  }

  @Test
  void whoeverListensHearsOfEachGenerationOnce() throws Exception {
    SnapshotStore store = store();
    List<Long> heard = new ArrayList<>();
    store.tell(made -> heard.add(made.number()));
    store.publish(TravelsTest::state);
    store.publish(TravelsTest::state);
    assertEquals(List.of(1L, 2L), heard);
  }
}
