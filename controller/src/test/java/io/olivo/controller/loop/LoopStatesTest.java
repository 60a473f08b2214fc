package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Orders, faults, gaps and hangs: when it stands still, and how it goes on. */
class LoopStatesTest extends LoopFixture {
  @Test
  void lostInputsSendTheSafeCommandUntilTheyAreBack() throws Exception {
    learner.says = 2;
    loop().run(new Script().then(2, Beat.TICK).then(3, Beat.LOST).then(Beat.TICK));
    assertEquals(List.of(SAFE, SAFE, SAFE), motor.commands.subList(2, 5));
    assertTrue(motor.commands.get(1) >= 2 && motor.commands.get(5) >= 2, "before and after");
    InOrder order = inOrder(listener);
    order.verify(listener, times(1)).entered(DT_NANOS, LoopState.RUNNING, null);
    order
        .verify(listener, times(1))
        .entered(eq(3 * DT_NANOS), eq(LoopState.ARMED), because(Trouble.INPUTS_LOST));
    order.verify(listener, times(1)).entered(6 * DT_NANOS, LoopState.RUNNING, null);
    order.verify(listener, times(1)).ending();
    order.verifyNoMoreInteractions();
  }

  @Test
  void lostInputsTeachNothing() throws Exception {
    learner.applied = 77;
    loop().run(new Script().then(5, Beat.LOST));
    assertEquals(77, learner.applied);
  }

  @Test
  void channelWithoutAGoodValueForTooLongSendsTheSafeCommandAndIsNamed() throws Exception {
    learner.says = 2;
    Script script =
        new Script()
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> sensors.velocity = Double.NaN)
            .then(4, Beat.TICK) // up to 10 ms old: bridged
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> sensors.velocity = 0);
    loop().run(script);
    for (int t = 0; t < 8; t++) {
      assertTrue(motor.commands.get(t) >= 2, "tick " + t);
    }
    assertEquals(List.of(SAFE, SAFE, SAFE), motor.commands.subList(8, 11));
    assertTrue(motor.commands.get(11) >= 2);
    verify(listener, times(1))
        .entered(eq(9 * DT_NANOS), eq(LoopState.ARMED), because(Trouble.SENSOR_LOST, "velocity"));
    verify(listener, times(1)).entered(12 * DT_NANOS, LoopState.RUNNING, null);
  }

  @Test
  void nothingIsLearnedAcrossAGapInTheSamples() throws Exception {
    Script script =
        new Script()
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> sensors.velocity = Double.NaN)
            .then(8, Beat.TICK) // bridged, then stale
            .then(Beat.TICK, () -> sensors.velocity = 0)
            .then(3, Beat.TICK);
    loop().run(script);
    assertEquals(1, learner.interrupts);
  }

  @Test
  void freezeReachesTheLearnerAtTheNextTickAndEndsThere() throws Exception {
    ControlLoop loop = loop();
    loop.run(new Script().then(Beat.TICK));
    assertFalse(learner.frozen);
    loop.run(new Script().then(Beat.TICK, () -> loop.order(Order.FREEZE)));
    assertTrue(learner.frozen);
    loop.run(new Script().then(Beat.TICK, () -> loop.order(Order.UNFREEZE)));
    assertFalse(learner.frozen);
  }

  @Test
  void restartBeginsAnewAtTheMeasuredPoseAndKeepsTheLearner() throws Exception {
    Script script =
        new Script()
            .then(5, Beat.TICK)
            .then(Beat.RESTARTED, () -> sensors.angle = -.5)
            .then(Beat.TICK);
    loop().run(script);
    assertEquals(1, sensors.restarts);
    assertEquals(1, learner.interrupts);
    assertEquals(2, motor.commands.get(4), "on the way to 1 rad");
    assertEquals(0, motor.commands.get(5), "held at -.5 rad, where it is now");
    verify(listener).restarted(6 * DT_NANOS);
  }

  @Test
  void sessionThatBeginsWithARestartIsNotReportedAsOne() throws Exception {
    loop().run(new Script().then(Beat.RESTARTED).then(Beat.TICK));
    verify(listener, never()).restarted(anyLong());
  }

  @Test
  void nothingMovesBeforeItIsArmed() throws Exception {
    learner.says = 2;
    ControlLoop loop = new ControlLoop(parts(learner), Telemetry.none(), listener);
    Script script =
        new Script()
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> loop.order(Order.ARM))
            .then(Beat.TICK);
    loop.run(script);
    assertEquals(List.of(SAFE, SAFE, SAFE), motor.commands.subList(0, 3));
    assertTrue(motor.commands.get(3) >= 2);
    verify(listener).entered(4 * DT_NANOS, LoopState.RUNNING, null);
  }

  @Test
  void stopOrderedIsLatchedUntilItIsArmedAgainAndGoesOnFromWhereTheRobotIs() throws Exception {
    sensors.angle = .25;
    ControlLoop loop = loop();
    Script script =
        new Script()
            .then(5, Beat.TICK)
            .then(Beat.TICK, () -> loop.order(Order.STOP))
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> sensors.angle = -.5)
            .then(Beat.TICK, () -> loop.order(Order.ARM));
    loop.run(script);
    assertEquals(2 * .75, motor.commands.get(4), "on the way to 1 rad");
    assertEquals(
        List.of(SAFE, SAFE, SAFE, SAFE, SAFE), motor.commands.subList(5, 10), "stays there");
    assertEquals(0, motor.commands.get(10), "held at -.5 rad, where it is now");
    assertEquals(1, learner.interrupts);
  }

  @Test
  void orderToStopWinsOverOneToArm() throws Exception {
    learner.says = 2;
    ControlLoop loop = loop();
    loop.order(Order.STOP);
    loop.run(new Script().then(3, Beat.TICK));
    assertEquals(List.of(SAFE, SAFE, SAFE, SAFE), motor.commands);
    assertEquals(LoopState.SAFE_STOP, loop.state());
  }

  @Test
  void sensorThatStaysAwayStopsTheRobotAndItIsNotArmedBeforeItIsBack() throws Exception {
    learner.says = 2;
    ControlLoop loop = loop();
    Script script =
        new Script()
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> sensors.velocity = Double.NaN)
            .then(300, Beat.TICK)
            .then(Beat.TICK, () -> loop.order(Order.ARM))
            .then(Beat.TICK, () -> sensors.velocity = 0)
            .then(Beat.TICK)
            .then(Beat.TICK, () -> loop.order(Order.ARM));
    loop.run(script);
    verify(listener)
        .entered(anyLong(), eq(LoopState.SAFE_STOP), because(Trouble.SENSOR_LOST, "velocity"));
    verify(listener, times(1)).refused(anyLong(), because(Trouble.SENSOR_LOST, "velocity"));
    assertEquals(SAFE, motor.commands.get(306), "the sensor is back, but nobody armed");
    assertTrue(motor.commands.get(307) >= 2);
    assertEquals(LoopState.RUNNING, loop.state());
  }

  @Test
  void telemetryGoesOnAtAStandstillAndTellsTheSafeCommand() throws Exception {
    learner.says = 2;
    List<Double> learned = new ArrayList<>();
    List<Double> commands = new ArrayList<>();
    ControlLoop loop =
        loop(
            tick -> {
              learned.add(tick.learned[0]);
              commands.add(tick.applied[0]);
            });
    loop.run(new Script().then(2, Beat.TICK).then(Beat.TICK, () -> loop.order(Order.DISARM)));
    assertEquals(List.of(2.0, 2.0, 0.0), learned);
    assertEquals(SAFE, commands.getLast());
  }

  @Test
  void deadLoopIsAnsweredByTheSupervisorWhileItHangs() throws Exception {
    learner.says = 2;
    ControlLoop loop = loop();
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    Script script =
        new Script().then(3, Beat.TICK).then(Beat.TICK, () -> await(hangs)).then(3, Beat.TICK);
    Thread thread = Thread.ofPlatform().start(() -> runQuietly(loop, script));
    Supervisor supervisor = new Supervisor(loop, FailsafeConfig.STANDARD, why -> dead.countDown());
    try (supervisor) {
      await(dead);
      assertTrue(thread.isAlive(), "it still hangs");
      assertEquals(SAFE, motor.last());
      assertEquals(LoopState.SAFE_STOP, loop.state());
      int sent = motor.commands.size();
      hangs.countDown();
      thread.join();
      assertTrue(
          motor.commands.subList(sent, motor.commands.size()).stream().allMatch(c -> c == SAFE),
          "what it writes when it wakes up is safe");
      verify(listener).entered(anyLong(), eq(LoopState.SAFE_STOP), because(Trouble.DEAD_LOOP));
    }
  }

  @Test
  void loopThatHangsForAMomentGoesOnFromTheSafeValueWithoutBeingArmedAgain() throws Exception {
    learner.says = 2;
    ControlLoop loop = loop();
    Script script =
        new Script()
            .then(3, Beat.TICK)
            .then(Beat.TICK, () -> loop.lifeline().actuators().seize(0))
            .then(3, Beat.TICK);
    loop.run(script);
    assertEquals(LoopState.RUNNING, loop.state());
    assertEquals(SAFE, motor.commands.get(3), "the supervisor's");
    assertTrue(motor.commands.get(6) >= 2);
    assertEquals(1, learner.interrupts);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void runQuietly(ControlLoop loop, Pacer pacer) {
    try {
      loop.run(pacer);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes what the test wants, if it is still wanted. */
  private record Change(String text, boolean stillWanted, Runnable action) implements Adjustment {
    @Override
    public void make() {
      action.run();
    }
  }

  @Test
  void whatIsNoLongerWantedIsNeitherMadeNorTold() throws Exception {
    List<String> made = new ArrayList<>();
    ControlLoop loop = loop();
    Change late = new Change("late", false, () -> made.add("late"));
    Change timely = new Change("timely", true, () -> made.add("timely"));
    loop.adjust(late);
    loop.adjust(timely);
    loop.run(new Script().then(2, Beat.TICK));
    assertEquals(List.of("timely"), made);
    verify(listener, times(1)).adjusted(anyLong(), eq(timely));
    verify(listener, never()).adjusted(anyLong(), eq(late));
  }

  /** Remembers what came of it. */
  private static final class TestErrand implements Errand {
    private final Order order;
    private final boolean wanted;
    private final List<String> heard = new ArrayList<>();

    TestErrand(Order order, boolean wanted) {
      this.order = order;
      this.wanted = wanted;
    }

    @Override
    public Order order() {
      return order;
    }

    @Override
    public boolean stillWanted() {
      return wanted;
    }

    @Override
    public void obeyed(LoopState state, Fault against) {
      heard.add(state + (against == null ? "" : " " + against.trouble()));
    }
  }

  @Test
  void errandIsObeyedInTimeOrNotAtAllAndHearsWhatCameOfIt() throws Exception {
    TestErrand freeze = new TestErrand(Order.FREEZE, true);
    TestErrand late = new TestErrand(Order.STOP, false);
    ControlLoop loop = loop();
    Script script =
        new Script()
            .then(2, Beat.TICK)
            .then(
                Beat.TICK,
                () -> {
                  loop.order(freeze);
                  loop.order(late);
                })
            .then(2, Beat.TICK);
    loop.run(script);
    assertEquals(List.of("FROZEN"), freeze.heard);
    assertEquals(List.of(), late.heard);
    assertEquals(LoopState.FROZEN, loop.state());
  }

  @Test
  void savedRunThatWasChangedByCommandSaysSoInsteadOfGoingOnWrongly() throws Exception {
    ControlLoop loop = loop();
    loop.adjust(new Change("gain", true, () -> {}));
    loop.run(new Script().then(2, Beat.TICK));
    StateWriter out = new StateWriter("test");
    loop.save(out);
    StateReader saved = new StateReader(out.bytes());
    ControlLoop other = loop();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> other.load(saved));
    assertTrue(e.getMessage().contains("--load"), e.getMessage());
  }
}
