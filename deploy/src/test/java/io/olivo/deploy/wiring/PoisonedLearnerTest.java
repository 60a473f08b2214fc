package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.hostile.Poison;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.learning.guard.Verdict;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.SimulatedRobot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a robot whose learner goes mad in mid-run. */
@Execution(ExecutionMode.CONCURRENT)
class PoisonedLearnerTest {
  private static final double POISONED = 30; // s of robot time
  private static final double END = 45; // s

  private final Map<Verdict, List<Double>> decided = new EnumMap<>(Verdict.class);
  private final List<String> broken = new ArrayList<>(); // envelopes

  private ErrorTrace run(String plant, List<Change> changes, Poison poison) throws Exception {
    RobotSpec spec = RobotFile.read(Path.of("src/main/robots/" + plant + ".yaml"));
    Wiring wiring = new Wiring(spec);
    Seeds seeds = Seeds.of(3);
    double dt = wiring.dtSeconds();
    double[] now = new double[1];
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, changes);
    GuardedLearner learner =
        wiring.guarded(
            Rule.OLIVO,
            seeds,
            (verdict, seconds, effort, rival) ->
                decided.computeIfAbsent(verdict, v -> new ArrayList<>()).add(now[0]));
    LoopParts parts =
        wiring.parts(
            robot, robot.actuators(), wiring.trajectory(seeds), learner, Wiring.HOLD_SECONDS);
    ErrorTrace errors = new ErrorTrace(robot, dt, END);
    Telemetry clock = tick -> now[0] = (tick.number + 1) * dt;
    Telemetry witness = tick -> check(spec, tick);
    Telemetry poisoner =
        tick -> {
          if (poison != null && tick.number == Math.round(POISONED / dt)) {
            poison.into(learner.acting());
          }
        };
    ControlLoop loop =
        new ControlLoop(parts, errors.and(clock).and(witness).and(poisoner), new LoopListener() {});
    loop.order(Order.ARM);
    loop.run(new FastPacer(dt, Math.round(END / dt)));
    assertEquals(LoopState.RUNNING, loop.state());
    return errors;
  }

  private void check(RobotSpec spec, Tick tick) {
    for (int i = 0; i < tick.command.length; i++) {
      ActuatorSpec actuator = spec.actuators().get(i);
      if (!actuator.channel().accepts(tick.command[i])) {
        broken.add(actuator.channel().name() + " " + tick.command[i]);
      }
    }
  }

  private double first(Verdict... verdicts) {
    double first = Double.POSITIVE_INFINITY;
    for (Verdict verdict : verdicts) {
      for (double when : decided.getOrDefault(verdict, List.of())) {
        first = when >= POISONED ? Math.min(first, when) : first;
      }
    }
    return first - POISONED;
  }

  @ParameterizedTest
  @CsvSource({
    "arm2,FLIPPED", "arm2,HUGE", "arm2,NAN",
    "cart1,FLIPPED", "cart1,HUGE", "cart1,NAN",
    "gaze2,FLIPPED", "gaze2,HUGE", "gaze2,NAN"
  })
  void isFrozenWithinHalfASecondRolledBackAndTracksAgainFiveSecondsLater(
      String plant, Poison poison) throws Exception {
    ErrorTrace errors = run(plant, List.of(), poison);
    assertEquals(List.of(), broken);
    assertTrue(first(Verdict.FROZEN, Verdict.REFUSED) < .5, decided.toString());
    assertTrue(first(Verdict.ROLLED_BACK, Verdict.REFUSED) < 1, decided.toString());
    double before = errors.rms(POISONED - 10, POISONED);
    double after = errors.rms(POISONED + 5, END);
    assertTrue(after < 2 * before, "error " + before + " before, " + after + " after");
  }

  @ParameterizedTest
  @CsvSource({"arm2,.7", "cart1,1"})
  void healthyLearnerIsNotRolledBackWhenItsLoadChanges(String plant, double payload)
      throws Exception {
    List<Change> changes =
        List.of(new Change(20, "payload", payload), new Change(30, "payload", 0));
    run(plant, changes, null);
    assertFalse(decided.containsKey(Verdict.ROLLED_BACK), decided.toString());
    assertTrue(decided.get(Verdict.ACCEPTED).size() > 3, decided.toString());
  }
}
