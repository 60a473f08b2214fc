package io.olivo.controller.exchange;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.checkpoint.StoredFile;
import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Chunk;
import io.olivo.controller.wire.ChunkRequest;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a robot's snapshots piece by piece, on a thread of its own, at most 50 pieces a second
 * for all who ask. Who gets no answer asks again.
 */
public final class SnapshotCounter implements AutoCloseable {
  private static final int MOST_WAITING = 16; // requests; further ones are dropped
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
  private static final long LOOK_MILLIS = 200;

  private final Link link;
  private final Topics topics;
  private final SnapshotStore store;
  private final BlockingQueue<ChunkRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::run, "olivo-snapshot-counter");
  private final AtomicLong refused = new AtomicLong();
  private @Nullable StoredFile open; // the one that was asked for last
  private @Nullable SnapshotNote note; // of it
  private volatile boolean closed;

  /** Begins. */
  public SnapshotCounter(Link link, Topics topics, SnapshotStore store) {
    this.link = link;
    this.topics = topics;
    this.store = store;
    link.subscribe(topics.snapshotRequests(), message -> hear(message.payload()));
    thread.setDaemon(true);
    thread.start();
  }

  /** Requests that made no sense, or came too fast. */
  public long refused() {
    return refused.get();
  }

  private void hear(byte[] payload) {
    try {
      if (!waiting.offer(ChunkRequest.decode(payload))) {
        refused.incrementAndGet();
      }
    } catch (WireException e) {
      refused.incrementAndGet();
    }
  }

  private void run() {
    while (!closed) {
      try {
        ChunkRequest request = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (request != null) {
          answer(request);
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void answer(ChunkRequest request) {
    link.publishNow(topics.snapshotChunks(request.collector()), chunk(request).encode());
  }

  private Chunk chunk(ChunkRequest request) {
    try {
      StoredFile file = opened(request.number(), request.offset());
      SnapshotNote whole = note;
      if (whole == null || request.offset() > file.bytes().length) {
        return Chunk.none(request.number(), "it has no byte " + request.offset());
      }
      int from = (int) request.offset();
      int to = Math.min(file.bytes().length, from + Chunk.MOST_BYTES);
      return Chunk.of(whole, from, Arrays.copyOfRange(file.bytes(), from, to));
    } catch (IOException | IllegalArgumentException e) {
      return Chunk.none(request.number(), "gone: " + e.getMessage());
    }
  }

  /** Reads it from the disk once, not for every piece; it may be deleted meanwhile. */
  private StoredFile opened(long number, long offset) throws IOException {
    StoredFile last = open;
    if (last != null && number == last.number() && offset > 0) {
      return last;
    }
    StoredFile file = store.file(number);
    open = file;
    note = new SnapshotNote(file.number(), file.digest(), file.bytes().length);
    return file;
  }

  @Override
  public void close() {
    closed = true;
  }
}
