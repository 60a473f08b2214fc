package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.failsafe.Watch;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whole runs of the cart, with the right failsafes and with wrong ones. */
@Execution(ExecutionMode.CONCURRENT)
class JudgementTest {
  private static final RobotSpec CART = RobotFile.read(Path.of("src/main/robots/cart1.yaml"));
  private static final long SEED = 1;
  private static final double LONGEST_SECONDS = 5;
  private static Sound sound;

  @BeforeAll
  static void nothingBreaks() throws InterruptedException {
    sound = Sound.of(CART, LONGEST_SECONDS, SEED);
  }

  private static Promise promise(String fault, String length) {
    return Promises.of(CART.name()).stream()
        .filter(it -> it.fault().equals(fault) && it.length().equals(length))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement judge(Promise promise, UnaryOperator<LoopParts> around)
      throws InterruptedException {
    Observed broken = new BrokenRun(CART, promise.cause(), promise.seconds(), SEED, around).run();
    return Judgement.of(CART, promise, SEED, broken, sound);
  }

  private static UnaryOperator<LoopParts> with(Failsafes failsafes) {
    return parts ->
        new LoopParts(
            parts.sensors(),
            parts.observer(),
            parts.joints(),
            parts.reference(),
            parts.feedback(),
            parts.learner(),
            parts.envelope(),
            parts.actuators(),
            failsafes);
  }

  @Test
  void lostSensorStopsInTimeAndGoesOnWhenArmedAgain() throws InterruptedException {
    Judgement judged = judge(promise("dropout", "5 s"), UnaryOperator.identity());
    assertEquals(List.of(), judged.failures());
    assertEquals(Must.STOP, judged.outcome());
    assertTrue(judged.isTimed());
    assertTrue(judged.recovered() < Judgement.MOST_RATIO, judged.recovered() + " times");
  }

  @Test
  void loopThatNeverStopsFails() throws InterruptedException {
    Judgement judged = judge(promise("dropout", "5 s"), with(Failsafes.none()));
    assertFalse(judged.passed());
    assertEquals(Must.RIDE_THROUGH, judged.outcome());
  }

  @Test
  void loopThatAlwaysStopsFails() throws InterruptedException {
    Judgement judged =
        judge(promise("dropout", "10 ms"), with(new Failsafes(List.of(new AlwaysStops()))));
    assertFalse(judged.passed());
    assertEquals(Must.STOP, judged.outcome());
  }

  /** From when things break, whatever does. */
  private static final class AlwaysStops implements Watch {
    private static final Fault FAULT = Fault.of(Trouble.OPERATOR, Fault.Response.STOP, "test");

    @Override
    public Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
      return tick.nowNanos * 1e-9 > BrokenRun.AT_SECONDS ? FAULT : null;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
  }
}
