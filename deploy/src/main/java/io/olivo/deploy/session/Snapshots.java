package io.olivo.deploy.session;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.PeriodicSnapshots;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.checkpoint.SnapshotWriter;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.snapshot.StateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Generations of what is being learned: every so often while the loop runs, and at its end. */
public final class Snapshots implements AutoCloseable {
  private final SnapshotStore store;
  private final LearnedState state;
  private final InstantSource clock;
  private final Consumer<String> told;
  private final SnapshotWriter writer;
  private volatile long lastTick;
  private volatile double lastSeconds; // robot time

  /**
   * Starts the writing thread.
   *
   * @param state what is saved
   * @param clock of the wall, for people
   * @param told hears of trouble
   */
  public Snapshots(
      SnapshotStore store, LearnedState state, InstantSource clock, Consumer<String> told) {
    this.store = store;
    this.state = state;
    this.clock = clock;
    this.told = told;
    writer =
        new SnapshotWriter(
            store,
            state.learner(),
            state.kind(),
            (image, facts) -> image.bytes(labelled(state, "", clock, facts), state::unitOf),
            told);
  }

  /**
   * To be told of every tick, on the loop's thread.
   *
   * @param everySeconds robot time between two generations [s]
   * @param dtSeconds tick length [s]
   */
  public Telemetry periodic(double everySeconds, double dtSeconds) {
    Telemetry periodic = new PeriodicSnapshots(writer, everySeconds, dtSeconds);
    return tick -> {
      lastTick = tick.number;
      lastSeconds = tick.number * dtSeconds;
      periodic.offer(tick);
    };
  }

  /**
   * Takes one now; only for the thread that runs the loop, between two ticks.
   *
   * @param reason such as "operator"
   * @return false while another one is being written
   */
  public boolean takeNow(String reason) {
    return writer.offer(lastTick, lastSeconds, reason) == SnapshotWriter.Offered.ACCEPTED;
  }

  /** Whether one is being written. */
  public boolean isBusy() {
    return writer.isBusy();
  }

  /** The newest that was published while the loop ran; null before the first. */
  public SnapshotWriter.@Nullable Published last() {
    return writer.last();
  }

  /** How many were published while the loop ran. */
  public long published() {
    return writer.published();
  }

  /** How many were not: the one before was still being written, the disk was full or refused. */
  public long missed() {
    return writer.dropped() + writer.skipped() + writer.failed();
  }

  /** Publishes the last one; the loop must have ended. */
  @Override
  public void close() {
    writer.close();
    try {
      store.publish(lineage -> state.bytes(atTheEnd(lineage)));
    } catch (IOException e) {
      told.accept("no snapshot was saved at the end: " + e.getMessage());
    }
  }

  private Map<String, String> atTheEnd(Map<String, String> lineage) {
    Map<String, String> facts = labelled(state, "end of run", clock, lineage);
    facts.put("tick", Long.toString(lastTick));
    facts.put("robot_seconds", Double.toString(lastSeconds));
    return facts;
  }

  /**
   * Makes a generation now, on this thread.
   *
   * @param reason such as "operator"
   */
  public static Generation publish(
      SnapshotStore store, LearnedState state, String reason, InstantSource clock)
      throws IOException {
    return store.publish(lineage -> state.bytes(labelled(state, reason, clock, lineage)));
  }

  /** The digest by which the state in a file is followed. */
  public static String digestOf(Path file) {
    return SnapshotStore.digestOf(StateFile.read(file));
  }

  private static Map<String, String> labelled(
      LearnedState state, String reason, InstantSource clock, Map<String, String> facts) {
    Map<String, String> all = new LinkedHashMap<>(state.facts(reason));
    all.putAll(facts);
    all.put("saved", clock.instant().toString());
    return all;
  }
}
