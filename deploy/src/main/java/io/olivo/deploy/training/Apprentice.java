package io.olivo.deploy.training;

import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One learner, alone with a simulated robot that is another one in every episode. Every so often it
 * leaves a checkpoint of the whole run, from which it goes on bit for bit.
 */
final class Apprentice {
  private static final long EVERY = 2000; // ticks from one checkpoint to the next

  private final long seed;
  private final LearnedState state;
  private final Practice practice;
  private final Path file;
  private final Checkpoint checkpoint;

  /**
   * Goes on where an earlier one of the same seed was, if there was one.
   *
   * @param folder of checkpoints
   */
  Apprentice(Wiring wiring, long seed, Path folder) {
    this.seed = seed;
    Seeds seeds = Seeds.of(seed);
    Rule rule = Rule.of(wiring.robot().learner());
    Learner learner = wiring.learner(rule, seeds);
    state = new LearnedState(rule, learner, wiring.robot());
    practice =
        new Practice(wiring, learner, new SimWiring(wiring).randomised(seeds, List.of()), seeds);
    file = file(folder, seed);
    checkpoint = new Checkpoint(state, seed, earlier(file));
    practice.resume(checkpoint);
  }

  /** Where the checkpoints of a seed are. */
  static Path file(Path folder, long seed) {
    return folder.resolve("seed" + seed + ".state");
  }

  private static @Nullable Path earlier(Path file) {
    return Files.exists(file) ? file : null;
  }

  /**
   * Trains to the end, or until the thread is interrupted.
   *
   * @param done is told how many steps were done since it was told last
   */
  void train(long steps, LongConsumer done) throws InterruptedException {
    done.accept(practice.ticks());
    long[] told = {practice.ticks()};
    practice.run(
        steps,
        EVERY,
        ticks -> {
          practice.take(checkpoint);
          checkpoint.save(file);
          done.accept(ticks - told[0]);
          told[0] = ticks;
        });
  }

  /** What was learned, examined. */
  Graduate graduate(Examiner examiner) throws InterruptedException {
    return new Graduate(seed, examiner.onRanges(state.bytes(Map.of())), state);
  }
}
