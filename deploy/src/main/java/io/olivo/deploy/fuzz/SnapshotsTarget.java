package io.olivo.deploy.fuzz;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.SnapshotCounter;
import io.olivo.controller.exchange.SnapshotFetcher;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Chunk;
import io.olivo.controller.wire.ChunkRequest;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.Topics;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A robot's snapshots, and who fetches them: they stay what they are, and arrive whole. */
final class SnapshotsTarget implements Target {
  private static final String COLLECTOR = "desk";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int VALUES = 5000; // two pieces

  private final Topics topics;
  private final RandomGenerator chance;
  private final Path folder;
  private final byte[] bytes;
  private final SnapshotNote note;
  private final long files; // of the robot
  private final SnapshotCounter counter;
  private final SnapshotFetcher fetcher;
  private long inputs;

  SnapshotsTarget(Link link, Topics topics, RandomGenerator chance, Path folder)
      throws IOException {
    this.topics = topics;
    this.chance = chance;
    this.folder = folder;
    SnapshotStore store = new SnapshotStore(new DiskFiles(folder.resolve("robot")), 2);
    store.publish(SnapshotsTarget::state);
    bytes = store.file(0).bytes();
    note = new SnapshotNote(store.file(0).number(), store.file(0).digest(), bytes.length);
    files = files();
    counter = new SnapshotCounter(link, topics, store);
    fetcher = new SnapshotFetcher(link, topics, COLLECTOR, folder.resolve("fetched"));
  }

  private static byte[] state(Map<String, String> facts) {
    StateWriter out = new StateWriter("fuzzed");
    Arrays.fill(out.room("values", VALUES), 0.5);
    return out.bytes(facts, name -> "1");
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    int offset = chance.nextInt(bytes.length + 2);
    if (chance.nextBoolean()) {
      byte[] request = new ChunkRequest(COLLECTOR, chance.nextInt(3), offset).encode();
      return Message.plain(topics.snapshotRequests(), request);
    }
    byte[] data = Arrays.copyOfRange(bytes, offset / 2, offset / 2 + 50);
    return Message.plain(
        topics.snapshotChunks(COLLECTOR), Chunk.of(note, offset / 2, data).encode());
  }

  @Override
  public void look(Message message) {}

  @Override
  public Found found() throws Exception {
    Path fetched = fetcher.fetch(0, LIMIT);
    boolean same = Arrays.equals(bytes, Files.readAllBytes(fetched));
    boolean untouched = files == files();
    return new Found("snapshots", inputs, 1, (same ? 0 : 1) + (untouched ? 0 : 1));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("robot"))) {
      return all.count();
    }
  }

  @Override
  public void close() {
    counter.close();
  }
}
