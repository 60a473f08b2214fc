package io.olivo.deploy.training;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.fault.Faults;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.sim.io.SimulatedRobot;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A learner in the loop of a simulated robot, as fast as possible, with what it was paid. */
final class Practice implements LoopListener {
  private final SimWiring simulation;
  private final SimulatedRobot robot;
  private final double dtSeconds;
  private final Faults none;
  private final Gradebook book;
  private final ControlLoop loop;
  private @Nullable Fault stopped;

  /**
   * Puts it together.
   *
   * @param learner who acts
   * @param robot its own
   * @param seeds of the run
   */
  Practice(Wiring wiring, Learner learner, SimulatedRobot robot, Seeds seeds) {
    this.robot = robot;
    simulation = new SimWiring(wiring);
    dtSeconds = wiring.dtSeconds();
    none = wiring.faults(List.of(), seeds);
    LoopParts parts = wiring.parts(robot, robot.actuators(), wiring.trajectory(seeds), learner, 0);
    book = new Gradebook(parts.feedback(), simulation.episodeTicks(), hold(wiring.robot()));
    loop = new ControlLoop(parts.withFeedback(feedback -> book), tick -> {}, this);
    loop.order(Order.ARM);
  }

  private static OptionalDouble hold(RobotSpec robot) {
    return robot.skill() instanceof SkillSpec.Reward reward
        ? reward.hold()
        : OptionalDouble.empty();
  }

  /** From now on nothing is explored or learned. */
  void freeze() {
    loop.order(Order.FREEZE);
  }

  /** Goes on with an earlier run, if there is one. */
  void resume(Checkpoint checkpoint) {
    checkpoint.resume(robot, none, loop);
  }

  /** Remembers the run as it is now; to be called in a pause. */
  void take(Checkpoint checkpoint) {
    checkpoint.take(robot, none, loop);
  }

  /**
   * Runs until so many ticks are done from the beginning of the run, or the thread is interrupted.
   *
   * @param every ticks from one pause to the next
   * @param pause is told how many were done; once more at the end
   * @throws IllegalStateException when a failsafe stopped the robot
   */
  void run(long ticks, long every, LongConsumer pause) throws InterruptedException {
    long done = loop.ticks();
    FastPacer fast = new FastPacer(dtSeconds, done, ticks);
    loop.run(new PausingPacer(simulation.episodes(fast, robot, done), done, every, pause));
    if (stopped != null) {
      throw new IllegalStateException("the simulated robot was stopped: " + stopped);
    }
  }

  @Override
  public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
    stopped = state == LoopState.SAFE_STOP ? why : stopped;
  }

  /** Ticks since the beginning of the run. */
  long ticks() {
    return loop.ticks();
  }

  /** What was earned since this was put together. */
  Score score() {
    return book.score();
  }
}
