package io.olivo.deploy.training;

import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Trains a reward skill on simulated robots that are drawn anew in every episode: one learner per
 * seed, independent of the others, as many at a time as there are processors. The best is the one
 * that earns most on bodies that none of them met.
 *
 * <p>The results do not depend on how many run at a time, nor on whether it was killed meanwhile.
 * Source: Tobin et al. (2017), IROS (domain randomisation).
 */
public final class Training {
  private static final int EXAM = 50; // episodes

  private final TrainPlan plan;
  private final int jobs;
  private final Path folder;

  /**
   * @param jobs learners at a time
   * @param folder of checkpoints, for trainings of this robot; need not exist
   */
  public Training(TrainPlan plan, int jobs, Path folder) {
    this.plan = plan;
    this.jobs = jobs;
    this.folder = folder.resolve("training-" + plan.digest());
  }

  /** Whether an earlier one was killed, and this one goes on with it. */
  public boolean goesOn() {
    return plan.seeds().stream().anyMatch(seed -> Files.exists(Apprentice.file(folder, seed)));
  }

  /**
   * Trains all of them.
   *
   * @param done told, by several threads, how many steps were done since
   * @return one per seed
   */
  public List<Graduate> run(LongConsumer done) throws InterruptedException {
    List<Callable<Graduate>> learners = new ArrayList<>();
    for (long seed : plan.seeds()) {
      learners.add(() -> train(seed, done));
    }
    return Crew.work(jobs, learners);
  }

  private Graduate train(long seed, LongConsumer done) throws InterruptedException {
    Wiring wiring = new Wiring(plan.robot());
    Apprentice apprentice = new Apprentice(wiring, seed, folder);
    apprentice.train(plan.steps(), done);
    return apprentice.graduate(new Examiner(wiring, EXAM));
  }

  /** The one that earns most, the first of equals. */
  public static Graduate best(List<Graduate> graduates) {
    Graduate best = graduates.getFirst();
    for (Graduate one : graduates) {
      best = one.score().reward() > best.score().reward() ? one : best;
    }
    return best;
  }

  /**
   * Deletes the checkpoints: what was learned is in a file of its own now. Those of other seeds
   * stay.
   */
  public void clear() throws IOException {
    for (long seed : plan.seeds()) {
      Files.deleteIfExists(Apprentice.file(folder, seed));
    }
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }
}
