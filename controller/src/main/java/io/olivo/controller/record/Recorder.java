package io.olivo.controller.record;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopParts;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows from a loop and writes them, on a thread of its own. Whatever goes wrong here, a full
 * disk for instance, ends the recording and is told; the loop goes on and notices nothing.
 *
 * <p>What was written is forced to the disk every second, so that a power cut costs no more.
 */
public final class Recorder implements AutoCloseable {
  private static final long LOOK_NANOS = 50_000_000; // how often it looks for rows
  private static final long HURRY_NANOS = 200_000; // the same while a loop waits for it
  private static final long FLUSH_NANOS = 1_000_000_000;
  private static final long CLOSE_MILLIS = 10_000;
  private static final double RING_SECONDS = 8; // of rows that may wait
  private static final int LEAST_ROWS = 512;
  private static final double DIGEST_HERTZ = 1;
  private static final double SHOWN_HERTZ = 50;

  private record News(long nowNanos, String kind, String text) {}

  private final Tap tap;
  private final RowRing ring;
  private final StateCopy learned;
  private final StateCopy whole;
  private final Shown shown;
  private final Place place;
  private final ObjLongConsumer<String> told;
  private final long pauseNanos;
  private final ExactMessage message;
  private final Queue<RecordedFile> attachments = new ConcurrentLinkedQueue<>();
  private final Queue<News> news = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "olivo-recorder");
  private Head head;
  private @Nullable RecordingFile file;
  private long next; // number of the row to come
  private long lastNanos; // robot time of the last row
  private long flushedNanos = System.nanoTime();
  private int part = 1;
  private boolean partAsked; // and not yet begun
  private long headBytes; // of the file in progress; a large learned state is no reason for another
  private volatile boolean closing;
  private volatile boolean failed;

  /**
   * Opens the first file and the tap; to be called before the loop runs.
   *
   * @param tap is already around the loop's parts
   * @param loop is recorded
   * @param parts of the loop
   * @param rateHertz of the loop
   * @param head of the recording
   * @param place for its files
   * @param told hears, on this recorder's thread, why a recording ended before its run, and the
   *     robot time [ns]
   * @throws IOException when the first file can't be written
   */
  public Recorder(
      Tap tap,
      ControlLoop loop,
      LoopParts parts,
      double rateHertz,
      Head head,
      Place place,
      ObjLongConsumer<String> told)
      throws IOException {
    this.tap = tap;
    this.head = head;
    this.place = place;
    this.told = told;
    int actuators = parts.envelope().size();
    int sensors = tap.sensors();
    int room = (int) Math.max(LEAST_ROWS, RING_SECONDS * rateHertz);
    ring = new RowRing(room, sensors, actuators, parts.tickShape());
    message = new ExactMessage(sensors, actuators);
    learned = new StateCopy("learned", parts.learner());
    whole = new StateCopy("loop", new LoopAndLearner(parts.learner(), loop));
    shown = new Shown(parts);
    pauseNanos = tap.isPatient() ? HURRY_NANOS : LOOK_NANOS;
    open();
    tap.open(ring, learned, whole, every(rateHertz, DIGEST_HERTZ), every(rateHertz, SHOWN_HERTZ));
    thread.setDaemon(true);
    thread.start();
  }

  private static long every(double rateHertz, double hertz) {
    return Math.max(1, Math.round(rateHertz / hertz));
  }

  private void open() throws IOException {
    String lack = place.full(0);
    if (!lack.isEmpty()) {
      throw new IOException(lack);
    }
    Head facts = head.with(Head.PART, Integer.toString(part));
    RecordingFile opened = new RecordingFile(place.next(part), facts, shown);
    headBytes = opened.bytesWritten();
    file = opened;
  }

  /** Records something that happened, in words; from any thread. */
  public void tell(long nowNanos, String kind, String text) {
    if (!failed) {
      news.add(new News(nowNanos, kind, text));
    }
  }

  /** Brings a file with the recording, before all that happens from now on; from any thread. */
  public void attach(RecordedFile one) {
    if (!failed) {
      attachments.add(one);
    }
  }

  /** How many beats were not recorded because this thread was behind. */
  public long dropped() {
    return tap.dropped();
  }

  private void run() {
    try {
      while (!closing) {
        drain();
        LockSupport.parkNanos(pauseNanos);
      }
      drain();
      long lost = tap.beats() - next;
      end(
          lost == 0
              ? Mark.RUN_OVER
              : "the recorder was behind for the last %d beats".formatted(lost));
    } catch (IOException | RuntimeException | Error e) { // or a patient loop would wait for ever
      fail(String.valueOf(e.getMessage()));
    }
  }

  private RecordingFile file() {
    RecordingFile open = file;
    if (open == null) {
      throw new IllegalStateException("the recording has ended");
    }
    return open;
  }

  private void drain() throws IOException {
    for (RecordedFile one = attachments.poll(); one != null && file != null; ) {
      file().attach(one);
      one = attachments.poll();
    }
    for (Row row = ring.peek(); row != null && file != null; row = ring.peek()) {
      take(row);
      ring.release();
      if (message.isFull()) {
        write();
      }
    }
    for (News one = news.poll(); one != null && file != null; one = news.poll()) {
      file().log(one.nowNanos, one.kind, one.text);
    }
    if (file != null && System.nanoTime() - flushedNanos > FLUSH_NANOS) {
      write();
      flush();
    }
  }

  private void take(Row row) throws IOException {
    if (row.number != next) {
      write();
      message.begin(row.number);
    }
    next = row.number + 1;
    lastNanos = row.nowNanos;
    message.add(row);
    takeMarks(row);
    if (row.shown) {
      file().show(row);
    }
    if (row.parted) {
      nextPart();
    }
  }

  private void takeMarks(Row row) {
    for (Mark mark = tap.nextMark(row.number); mark != null; mark = tap.nextMark(row.number)) {
      message.add(mark);
    }
    if (row.digested) {
      message.add(new Mark(row.number, Mark.Kind.LEARNED, learned.digest()));
    }
  }

  private void write() throws IOException {
    if (!message.isEmpty()) {
      file().exact(message, lastNanos);
      askForPart();
    }
    message.begin(next);
  }

  private void askForPart() {
    if (!partAsked && file().bytesWritten() - headBytes > place.partBytes()) {
      partAsked = true;
      tap.askForPart();
    }
  }

  private void flush() throws IOException {
    file().flush();
    flushedNanos = System.nanoTime();
    long bytes = file().bytesWritten();
    String full = place.full(bytes);
    if (!full.isEmpty()) {
      end(full);
      tap.close();
      told.accept("the recording has ended: " + full, lastNanos);
    }
  }

  /** Ends this file behind the row taken last; the next one begins with the copy made then. */
  private void nextPart() throws IOException {
    end("it goes on in the next file");
    part++;
    partAsked = false;
    head = head.with(Head.STATE, tap.partState().name()).beginning(whole.bytes());
    open();
    message.begin(next);
  }

  private void end(String why) throws IOException {
    if (file != null) {
      message.add(new Mark(next, Mark.Kind.END, why));
      write();
      file().close();
      file = null;
    }
  }

  /** The run goes on without a recording. */
  private void fail(String why) {
    failed = true;
    tap.close();
    try {
      RecordingFile open = file;
      file = null;
      if (open != null) {
        open.close();
      }
    } catch (IOException | RuntimeException e) {
      // it is what the disk refuses that is told, not that it refuses again
    }
    told.accept("the recording has ended: " + why, lastNanos);
  }

  /** Writes what is left; to be called when the loop has ended. */
  @Override
  public void close() {
    tap.beatDone();
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
