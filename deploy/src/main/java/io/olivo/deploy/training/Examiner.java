package io.olivo.deploy.training;

import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.SimulatedRobot;
import java.util.List;

/**
 * Examines what was learned, without exploring and on a copy: whoever learns notices nothing. Every
 * candidate meets the same bodies, which no training seed draws.
 */
public final class Examiner {
  private static final long SEED = 0x657861_6d696e65L; // far from those that people choose

  private final Wiring wiring;
  private final Rule rule;
  private final Seeds seeds = Seeds.of(SEED);
  private final long ticks;

  /** So many episodes each time. */
  public Examiner(Wiring wiring, int episodes) {
    this.wiring = wiring;
    rule = Rule.of(wiring.robot().learner());
    ticks = episodes * new SimWiring(wiring).episodeTicks();
  }

  /** On bodies of the robot file's ranges, another one in every episode. */
  public Score onRanges(byte[] learned) throws InterruptedException {
    return examine(learned, new SimWiring(wiring).randomised(seeds, List.of()));
  }

  /** On the body of the robot file, changed so. */
  public Score on(List<Change> body, byte[] learned) throws InterruptedException {
    return examine(learned, new SimWiring(wiring).robot(seeds, body));
  }

  private Score examine(byte[] learned, SimulatedRobot robot) throws InterruptedException {
    Learner learner = wiring.learner(rule, seeds);
    new LearnedState(rule, learner, wiring.robot()).load("candidate", new StateReader(learned));
    Practice exam = new Practice(wiring, learner, robot, seeds);
    exam.freeze();
    exam.run(ticks, ticks, tick -> {});
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return exam.score();
  }
}
