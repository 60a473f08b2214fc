package io.olivo.deploy.session;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run in mid-flight as a file: what was learned and, when robot and loop are in this process,
 * everything that these remember, so that another process goes on with it bit for bit. A board has
 * no state that could be put back, so there only what was learned is saved.
 */
public final class Checkpoint {
  private static final String SEED = "run.seed";

  private final LearnedState learned;
  private final long seed;
  private final @Nullable Path earlier;
  private @Nullable StateWriter taken;

  /**
   * @param learned always in the file
   * @param seed of the run
   * @param earlier file of the run to go on with; null for a new run
   */
  public Checkpoint(LearnedState learned, long seed, @Nullable Path earlier) {
    this.learned = learned;
    this.seed = seed;
    this.earlier = earlier;
  }

  /**
   * The seed of a saved run.
   *
   * @throws IllegalArgumentException when the file holds no whole run
   */
  public static long seedOf(Path file) {
    StateReader in = LearnedState.read(file);
    if (!in.has(SEED)) {
      throw new IllegalArgumentException(
          file
              + ": it holds what was learned, but no run to go on with (one on a board, over MQTT or"
              + " of an older version); begin a new run with --load instead of --resume");
    }
    return in.getLong(SEED);
  }

  /**
   * Puts the earlier run back, if there is one; to be called before the first tick.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public void resume(Stateful robot, Stateful faults, ControlLoop loop) {
    Path file = earlier;
    if (file == null) {
      return;
    }
    learned.resume(file);
    try {
      StateReader in = LearnedState.read(file);
      requireSeed(in.getLong(SEED));
      robot.load(in);
      faults.load(in);
      loop.load(in);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private void requireSeed(long saved) {
    if (saved != seed) {
      throw new IllegalArgumentException(
          "the run was saved with --seed %d, its trajectory can't go on with --seed %d"
              .formatted(saved, seed));
    }
  }

  /** Remembers a run as it is now, between two ticks. */
  public void take(Stateful robot, Stateful faults, ControlLoop loop) {
    StateWriter out = learned.written();
    out.put(SEED, seed);
    robot.save(out);
    faults.save(out);
    loop.save(out);
    taken = out;
  }

  /** Writes the file, whole or not at all: the run that was taken, else what was learned. */
  public void save(Path file) {
    StateWriter run = taken == null ? learned.written() : taken;
    StateFile.write(file, run.bytes(learned.facts("end of run"), learned::unitOf));
  }
}
