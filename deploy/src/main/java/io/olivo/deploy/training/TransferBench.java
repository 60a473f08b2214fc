package io.olivo.deploy.training;

import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.sim.io.SimulatedRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

/**
 * Trains a skill over the ranges of a robot file, then puts it on bodies outside of them, where it
 * goes on learning. The results do not depend on how many run at a time.
 *
 * @param plan of the training
 * @param bodies that it is put on
 */
public record TransferBench(TrainPlan plan, List<Body> bodies) {
  private static final int EXAM = 50; // episodes
  private static final double MINUTE = 60; // s
  private static final int MINUTES = 5;

  /** Checks the bodies. */
  public TransferBench {
    bodies = List.copyOf(bodies);
    SimWiring simulation = new SimWiring(new Wiring(plan.robot()));
    for (Body body : bodies) {
      simulation.robot(Seeds.of(0), body.changes());
    }
  }

  /** Steps of all runs together, without exams. */
  public long steps() {
    return plan.seeds().size() * (plan.steps() + MINUTES * minute() * bodies.size());
  }

  private long minute() {
    return Math.round(MINUTE * plan.robot().loop().rateHertz());
  }

  /**
   * Runs all of it.
   *
   * @param jobs learners at a time
   * @param done told, by several threads, how many steps were done since
   * @return one row per body
   */
  public List<TransferRow> run(int jobs, LongConsumer done) throws InterruptedException {
    List<Callable<List<Transfer>>> learners = new ArrayList<>();
    for (long seed : plan.seeds()) {
      learners.add(() -> transfers(seed, done));
    }
    List<List<Transfer>> bySeed = Crew.work(jobs, learners);
    List<TransferRow> rows = new ArrayList<>();
    for (int b = 0; b < bodies.size(); b++) {
      int body = b;
      rows.add(new TransferRow(bodies.get(b), bySeed.stream().map(all -> all.get(body)).toList()));
    }
    return rows;
  }

  private List<Transfer> transfers(long seed, LongConsumer done) throws InterruptedException {
    Wiring wiring = new Wiring(plan.robot());
    Seeds seeds = Seeds.of(seed);
    byte[] trained = trained(wiring, seeds);
    done.accept(plan.steps());
    Score score = new Examiner(wiring, EXAM).onRanges(trained);
    List<Transfer> transfers = new ArrayList<>();
    for (Body body : bodies) {
      transfers.add(transfer(wiring, seeds, body, score, trained));
      done.accept(MINUTES * minute());
    }
    return transfers;
  }

  private byte[] trained(Wiring wiring, Seeds seeds) throws InterruptedException {
    Rule rule = Rule.of(plan.robot().learner());
    Learner learner = wiring.learner(rule, seeds);
    SimulatedRobot robot = new SimWiring(wiring).randomised(seeds, List.of());
    new Practice(wiring, learner, robot, seeds).run(plan.steps(), plan.steps(), ticks -> {});
    LearnedState state = new LearnedState(rule, learner, plan.robot());
    state.moved();
    return state.bytes(Map.of());
  }

  private Transfer transfer(Wiring wiring, Seeds seeds, Body body, Score score, byte[] trained)
      throws InterruptedException {
    Examiner examiner = new Examiner(wiring, EXAM);
    Rule rule = Rule.of(plan.robot().learner());
    Learner learner = wiring.learner(rule, seeds);
    LearnedState state = new LearnedState(rule, learner, plan.robot());
    state.load("trained", new StateReader(trained));
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, body.changes());
    Practice practice = new Practice(wiring, learner, robot, seeds);
    List<byte[]> minutes = new ArrayList<>();
    List<Score> earned = new ArrayList<>();
    practice.run(
        MINUTES * minute(),
        minute(),
        ticks -> {
          minutes.add(state.bytes(Map.of()));
          earned.add(practice.score());
        });
    return new Transfer(
        score,
        examiner.on(body.changes(), trained),
        examiner.on(body.changes(), minutes.getFirst()),
        examiner.on(body.changes(), minutes.getLast()),
        earned.getFirst().reward());
  }
}
