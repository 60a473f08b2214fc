package io.olivo.deploy.training;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.TickLimit;
import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.mirror.MirrorMismatchException;
import io.olivo.controller.mirror.NoSimulatorException;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains the learner of this process against a simulator elsewhere, {@code olivo sim ROBOT
 * --randomise}, in lockstep. With the same seeds at both ends it learns the same bits as in one
 * process.
 */
public final class MirrorTraining implements LoopListener {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final long LOOK = 100; // ticks from one look at the progress to the next
  private static final int EXAM = 50; // episodes

  private final Wiring wiring;
  private final long seed;
  private final long steps;
  private final LearnedState state;
  private final MirrorEndpoint mirror;
  private final ControlLoop loop;
  private @Nullable Fault stopped;

  /**
   * Waits for the simulator.
   *
   * @param plan of the training; the first of its seeds
   */
  public MirrorTraining(TrainPlan plan, RobotLink link)
      throws NoSimulatorException, MirrorMismatchException, InterruptedException {
    wiring = new Wiring(plan.robot());
    seed = plan.seeds().getFirst();
    steps = plan.steps();
    Seeds seeds = Seeds.of(seed);
    Rule rule = Rule.of(plan.robot().learner());
    Learner learner = wiring.learner(rule, seeds);
    state = new LearnedState(rule, learner, plan.robot());
    mirror =
        MirrorEndpoint.open(
            link.link(),
            link.topics(),
            plan.robot().sensors(),
            wiring.actuatorChannels(),
            plan.robot().loop().rateHertz(),
            WAIT);
    LoopParts parts =
        wiring.parts(mirror.sensors(), mirror.actuators(), wiring.trajectory(seeds), learner, 0);
    loop = new ControlLoop(parts, tick -> {}, this);
    loop.order(Order.ARM);
  }

  /**
   * Trains to the end.
   *
   * @param done told how many steps were done since
   * @throws IllegalStateException when a failsafe stopped the robot
   */
  public void train(LongConsumer done) throws InterruptedException {
    long[] told = new long[1];
    loop.run(
        new PausingPacer(
            new TickLimit(new JoiningPacer(mirror), 0, steps),
            0,
            LOOK,
            ticks -> {
              done.accept(ticks - told[0]);
              told[0] = ticks;
            }));
    if (stopped != null) {
      throw new IllegalStateException("the simulated robot was stopped: " + stopped);
    }
  }

  /** What was learned, examined on bodies that are simulated here. */
  public Graduate graduate() throws InterruptedException {
    Score score = new Examiner(wiring, EXAM).onRanges(state.bytes(Map.of()));
    return new Graduate(seed, score, state);
  }

  /** What the mirror did. */
  public MirrorCounters counters() {
    return mirror.counters();
  }

  @Override
  public void entered(long nowNanos, LoopState now, @Nullable Fault why) {
    stopped = now == LoopState.SAFE_STOP ? why : stopped;
  }
}
