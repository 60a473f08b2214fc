package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.learning.textbook.NoLearner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tick. */
class ControlLoopTest extends LoopFixture {
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
}
