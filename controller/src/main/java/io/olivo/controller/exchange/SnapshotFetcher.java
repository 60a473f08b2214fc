package io.olivo.controller.exchange;

import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Chunk;
import io.olivo.controller.wire.ChunkRequest;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Fetches snapshots of a robot into a folder, as {@code 0000000017.state}. A file is there when it
 * is whole and its SHA-256 is right; what has arrived of others waits beside, and the next fetch
 * goes on with it, also in another process. Not for several threads.
 */
public final class SnapshotFetcher {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 4; // answers; there is one for each request

  private final Link link;
  private final Topics topics;
  private final String collector;
  private final Path folder;
  private final BlockingQueue<Chunk> answers = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong malformed = new AtomicLong();

  /**
   * @param collector id of who fetches; of two with the same id at a time, both are slow
   * @param folder made when there is none
   */
  public SnapshotFetcher(Link link, Topics topics, String collector, Path folder) {
    this.link = link;
    this.topics = topics;
    this.collector = collector;
    this.folder = folder;
    link.subscribe(topics.snapshotChunks(collector), message -> hear(message.payload()));
  }

  /** Answers that made no sense. */
  public long malformed() {
    return malformed.get();
  }

  private void hear(byte[] payload) {
    try {
      answers.offer(Chunk.decode(payload));
    } catch (WireException e) {
      malformed.incrementAndGet();
    }
  }

  /**
   * Fetches one, and waits for it.
   *
   * @param number of the generation; 0 for the newest
   * @param limit after which it gives up; what has arrived by then stays
   * @return the file
   * @throws IOException when the robot doesn't have it, doesn't answer, or the disk refuses
   */
  public Path fetch(long number, Duration limit) throws IOException, InterruptedException {
    long untilNanos = System.nanoTime() + limit.toNanos();
    answers.clear();
    PartialFile part = new PartialFile(folder);
    long wanted = number;
    while (System.nanoTime() - untilNanos < 0) {
      Chunk chunk = ask(wanted, part.size());
      if (chunk != null && (wanted == 0 || chunk.number() == wanted)) {
        SnapshotNote note = present(chunk);
        wanted = note.number(); // the newest may change meanwhile
        part.take(note, chunk.offset(), chunk.data());
        if (part.isWhole()) {
          return part.finish();
        }
      }
    }
    throw new IOException(
        "the robot sent only %d bytes of the snapshot in time".formatted(part.size()));
  }

  private static SnapshotNote present(Chunk chunk) throws IOException {
    SnapshotNote note = chunk.note();
    if (note == null) {
      throw new IOException("the robot has no such snapshot: " + chunk.reason());
    }
    return note;
  }

  private @Nullable Chunk ask(long number, long offset) throws InterruptedException {
    link.publishNow(
        topics.snapshotRequests(), new ChunkRequest(collector, number, offset).encode());
    return answers.poll(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
