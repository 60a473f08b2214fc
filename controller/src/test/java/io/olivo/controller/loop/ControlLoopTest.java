package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Surroundings;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.textbook.NoLearner;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ControlLoopTest {
  private static final double DT = .002;
  private static final long DT_NANOS = 2_000_000;
  private static final double SAFE = -.5; // N m: not 0, so that it is recognised

  private static final ActuatorLimits LIMITS =
      new ActuatorLimits("torque", -10, 10, 4, 1e6, SAFE, 0);

  private final Sensors sensors = new Sensors();
  private final Motor motor = new Motor();
  private final TestLearner learner = new TestLearner();
  private final LoopListener listener = mock(LoopListener.class);

  /** An encoder and a tachometer that tell what the test wants. */
  private static final class Sensors implements SensorIo {
    private double angle;
    private double velocity;
    private int restarts;
    private boolean breaks;

    @Override
    public List<Channel> channels() {
      return List.of(
          new Channel("angle", Unit.RADIAN, -3, 3),
          new Channel("velocity", Unit.RADIAN_PER_SECOND, -9, 9));
    }

    @Override
    public void read(SampleFrame frame, long nowNanos) {
      if (breaks) {
        throw new IllegalStateException("the bus is gone");
      }
      frame.put(0, angle, nowNanos);
      frame.put(1, velocity, nowNanos);
    }

    @Override
    public void restart() {
      restarts++;
    }
  }

  /** A motor that remembers its commands and may not reach them. */
  private static final class Motor implements ActuatorIo {
    private final List<Double> commands = new CopyOnWriteArrayList<>();
    private double strongest = Double.MAX_VALUE;

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("torque", Unit.NEWTON_METRE, -10, 10));
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      commands.add(command[0]);
      applied[0] = Math.clamp(command[0], -strongest, strongest);
    }

    double last() {
      return commands.getLast();
    }
  }

  /** Says what the test wants and remembers what it was told. */
  private static final class TestLearner implements Learner {
    private double says;
    private boolean frozen;
    private boolean identifying;
    private boolean breaks;
    private int interrupts;
    private double applied;
    private double error;
    private double[] state = new double[0];

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void act(double[] measured, double[] desired, double[] learned) {
      if (breaks) {
        throw new IllegalStateException("a bug");
      }
      state = measured.clone();
      learned[0] = says;
    }

    @Override
    public void learn(Teaching teaching, double[] really) {
      applied = really[0];
      error = teaching.error(0);
    }

    @Override
    public boolean identifying() {
      return identifying;
    }

    @Override
    public void freeze(boolean nowFrozen) {
      frozen = nowFrozen;
    }

    @Override
    public void interrupt() {
      interrupts++;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
  }

  /** Beats as the test lists them, 2 ms apart; before each one something may happen. */
  private static final class Script implements Pacer {
    private record Step(Beat beat, Runnable before) {}

    private final List<Step> steps = new ArrayList<>();
    private int next;

    Script then(Beat beat, Runnable before) {
      steps.add(new Step(beat, before));
      return this;
    }

    Script then(Beat beat) {
      return then(beat, () -> {});
    }

    Script then(int count, Beat beat) {
      for (int i = 0; i < count; i++) {
        then(beat);
      }
      return this;
    }

    @Override
    public Beat await() {
      if (next == steps.size()) {
        return Beat.END;
      }
      Step step = steps.get(next++);
      step.before.run();
      return step.beat;
    }

    @Override
    public long nowNanos() {
      return next * DT_NANOS;
    }

    @Override
    public double dtSeconds() {
      return DT;
    }
  }

  private LoopParts parts(Learner with) {
    Observer observer = new Observer(3, 2, .01); // values may be 10 ms old
    return new LoopParts(
        sensors,
        observer,
        List.of(new Joint("joint", Unit.RADIAN, 0, 1, 3, 9)),
        new Reference(new Hold(1), DT, .004, 0),
        new PdFeedback(new int[] {0}, new int[] {1}, new double[] {2}, new double[] {0}, 0, 0),
        with,
        new SafetyEnvelope(List.of(LIMITS)),
        motor,
        failsafes(observer));
  }

  /** Only what is told of sensors, so that nothing else stops the robot. */
  private static Failsafes failsafes(Observer observer) {
    SafetyEnvelope unused = new SafetyEnvelope(List.of(LIMITS));
    return new Surroundings(List.of(), 0, List.of(), observer, unused, DT)
        .failsafes(FailsafeConfig.STANDARD);
  }

  private ControlLoop loop() {
    return loop(Telemetry.none());
  }

  private ControlLoop loop(Telemetry telemetry) {
    ControlLoop loop = new ControlLoop(parts(learner), telemetry, listener);
    loop.order(Order.ARM);
    return loop;
  }

  private static Fault because(Trouble trouble) {
    return argThat(fault -> fault != null && fault.trouble() == trouble);
  }

  private static Fault because(Trouble trouble, String part) {
    return argThat(
        fault -> fault != null && fault.trouble() == trouble && fault.part().equals(part));
  }

  @Test
  void commandIsFeedbackAndLearnedPartTogether() throws Exception {
    sensors.angle = .25; // the reference begins there and steps to 1 when it is released, at 4 ms
    learner.says = .125;
    loop().run(new Script().then(4, Beat.TICK));
    assertEquals(.125, motor.commands.get(0), "held where the robot is: nothing to feed back");
    assertEquals(2 * .75 + .125, motor.commands.get(3));
    assertEquals(2 * .75, learner.error);
  }

  @Test
  void lastCommandOfEveryRunIsASafeOne() throws Exception {
    learner.says = 2;
    loop().run(new Script().then(10, Beat.TICK));
    assertEquals(11, motor.commands.size());
    assertEquals(2, motor.commands.get(0));
    assertEquals(SAFE, motor.last());
  }

  @Test
  void lastCommandIsSafeEvenWhenThereWasNoTick() throws Exception {
    loop().run(new Script());
    assertEquals(List.of(SAFE), motor.commands);
  }

  @Test
  void lastCommandIsSafeEvenWhenAPartThrows() {
    learner.says = 2;
    Script broken = new Script().then(3, Beat.TICK).then(Beat.TICK, () -> learner.breaks = true);
    assertThrows(IllegalStateException.class, () -> loop().run(broken));
    assertEquals(SAFE, motor.last());

    learner.breaks = false;
    Script bus = new Script().then(3, Beat.TICK).then(Beat.TICK, () -> sensors.breaks = true);
    assertThrows(IllegalStateException.class, () -> loop().run(bus));
    assertEquals(SAFE, motor.last());
  }

  @Test
  void lastCommandIsSafeEvenWhenTheWaitIsInterrupted() {
    learner.says = 2;
    Pacer interrupted = mock(Pacer.class, call -> throwInterrupted());
    assertThrows(InterruptedException.class, () -> loop().run(interrupted));
    assertEquals(SAFE, motor.last());
  }

  private static Object throwInterrupted() throws InterruptedException {
    throw new InterruptedException("stop");
  }

  @Test
  void nanFromTheLearnerNeverReachesTheMotor() throws Exception {
    Script script = new Script();
    for (double nonsense :
        new double[] {
          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300
        }) {
      script.then(Beat.TICK, () -> learner.says = nonsense).then(Beat.TICK);
    }
    loop().run(script);
    for (double command : motor.commands) {
      assertTrue(Math.abs(command) <= 4 + 2, "learned share 4, feedback at most 2: " + command);
    }
  }

  @Test
  void learnerHearsWhatWasReallyApplied() throws Exception {
    learner.says = 3;
    loop().run(new Script().then(2, Beat.TICK));
    assertEquals(3, learner.applied);
    learner.says = 9; // its share is 4
    loop().run(new Script().then(2, Beat.TICK));
    assertEquals(4, learner.applied);
    motor.strongest = 1;
    loop().run(new Script().then(2, Beat.TICK));
    assertEquals(1, learner.applied, "what the motor could not do was not applied");
  }

  @Test
  void whatTheMotorDidIsASampleOfTheNextTick() throws Exception {
    learner.says = 3;
    loop().run(new Script().then(Beat.TICK));
    assertEquals(SAFE, learner.state[2], "before the first command it is taken to be safe");
    motor.strongest = 1;
    loop().run(new Script().then(2, Beat.TICK));
    assertEquals(1, learner.state[2]);
  }

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
  void referenceWaitsWhileTheLearnerMeasuresThePlant() throws Exception {
    learner.identifying = true;
    List<Double> seconds = new ArrayList<>();
    Telemetry watch = tick -> seconds.add(tick.trajectorySeconds);
    Script script =
        new Script().then(10, Beat.TICK).then(Beat.TICK, () -> learner.identifying = false);
    loop(watch).run(script);
    for (int t = 0; t < 10; t++) {
      assertEquals(-1, seconds.get(t));
    }
    assertEquals(0, seconds.get(10));
  }

  @Test
  void stopEndsTheRunAfterTheTickInProgress() throws Exception {
    ControlLoop[] loop = new ControlLoop[1];
    int[] ticks = new int[1];
    loop[0] =
        loop(
            tick -> {
              ticks[0]++;
              loop[0].stop();
            });
    loop[0].run(new Script().then(100, Beat.TICK));
    assertEquals(1, ticks[0]);
    assertEquals(SAFE, motor.last());
  }

  @Test
  void telemetryTellsTheTickAsItWas() throws Exception {
    learner.says = 9;
    sensors.angle = .25;
    List<double[]> seen = new ArrayList<>();
    loop(tick -> seen.add(new double[] {tick.number, tick.learned[0], tick.command[0]}))
        .run(new Script().then(2, Beat.TICK));
    assertArrayEquals(new double[] {1, 4, 4}, seen.get(0));
    assertEquals(2, seen.get(1)[0]);
  }

  @Test
  void telemetryIsOfferedOnlyForTicks() throws Exception {
    Telemetry telemetry = mock(Telemetry.class);
    loop(telemetry).run(new Script().then(2, Beat.LOST).then(Beat.TICK));
    verify(telemetry, times(1)).offer(any());
  }

  @Test
  void partsThatDoNotFitTogetherAreRefusedByName() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> parts(new NoLearner(2))).getMessage();
    assertTrue(message.contains("learner has 2") && message.contains("needs 1"), message);
  }

  @Test
  void endingIsToldAfterTheLastTickAndBeforeTheSafeCommand() throws Exception {
    learner.says = 2;
    List<Integer> sent = new ArrayList<>();
    doAnswer(told -> sent.add(motor.commands.size())).when(listener).ending();
    loop().run(new Script().then(3, Beat.TICK));
    assertEquals(List.of(3), sent);
    assertEquals(SAFE, motor.last());
  }

  @Test
  void whateverGoesWrongAtTheEndTheLastCommandIsSafe() {
    learner.says = 2;
    doThrow(new IllegalStateException("disk full")).when(listener).ending();
    assertThrows(IllegalStateException.class, () -> loop().run(new Script().then(3, Beat.TICK)));
    assertEquals(SAFE, motor.last());
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
}
