package io.olivo.controller.failsafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.Fault.Response;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailsafesTest {
  private static final double DT = .002; // s
  private static final FailsafeConfig CONFIG = FailsafeConfig.STANDARD;
  private static final List<Channel> CHANNELS =
      List.of(
          new Channel("elbow.angle", Unit.RADIAN, -3, 3),
          new Channel("elbow.velocity", Unit.RADIAN_PER_SECOND, -10, 10),
          new Channel("head.rate", Unit.RADIAN_PER_SECOND, -10, 10),
          new Channel("elbow.temperature", Unit.KELVIN, 200, 500),
          new Channel("supply.voltage", Unit.VOLT, 0, 20),
          new Channel("elbow.torque", Unit.NEWTON_METRE, -10, 10));

  private final SampleFrame frame = new SampleFrame(CHANNELS);
  private final Observer observer = new Observer(6, 5, .02);
  private final SafetyEnvelope envelope =
      new SafetyEnvelope(List.of(new ActuatorLimits("elbow.torque", -10, 10, 10, 1e6, 0, 0)));
  private final Tick tick = new Tick(6, 1, 1, 0);
  private final Failsafes failsafes =
      new Surroundings(
              CHANNELS,
              5,
              List.of(new Joint("elbow", Unit.RADIAN, 0, 1, 3, 10)),
              observer,
              envelope,
              DT)
          .failsafes(CONFIG);
  private double angle;
  private double velocity = 1;
  private double headRate;
  private double kelvin = 300;
  private double volts = 12;
  private double torque;
  private double dt = DT;
  private int missing = -1; // channel without a new sample
  private long now;

  /** One tick with the values above; what changes at each tick is alive. */
  private @Nullable Fault look() {
    now += Math.round(DT * 1e9);
    double[] values = {angle, velocity, headRate, kelvin, volts, torque};
    for (int i = 0; i < values.length; i++) {
      if (i != missing) {
        frame.put(i, values[i], now);
      }
    }
    observer.fill(frame, now, tick.state);
    return failsafes.look(tick, frame, dt);
  }

  private @Nullable Fault look(int ticks) {
    Fault last = null;
    for (int t = 0; t < ticks; t++) {
      last = look();
    }
    return last;
  }

  /** Ticks until the first fault, with something that happens before each. */
  private int ticksUntil(Trouble trouble, int most, Runnable before) {
    for (int t = 1; t <= most; t++) {
      before.run();
      Fault fault = look();
      if (fault != null) {
        assertEquals(trouble, fault.trouble(), fault.text());
        return t;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static void assertIs(Trouble trouble, Response response, @Nullable Fault fault) {
    assertNotNull(fault);
    assertEquals(trouble, fault.trouble());
    assertEquals(response, fault.response());
  }

  @Test
  void nothingIsWrongWithARobotAtRestHoweverLong() {
    assertNull(look(5000));
  }

  @Test
  void sensorWithoutReadingsPausesAndAfterHalfASecondStops() {
    look();
    missing = 2;
    assertEquals(11, ticksUntil(Trouble.SENSOR_LOST, 100, () -> {}), "20 ms old is still good");
    Fault pause = look();
    assertIs(Trouble.SENSOR_LOST, Response.PAUSE, pause);
    assertEquals("head.rate", pause.part());
    assertIs(Trouble.SENSOR_LOST, Response.STOP, look(251));
    missing = -1;
    assertNull(look());
  }

  @Test
  void leapOfTheClockIsNoTimeWithoutReadings() {
    look();
    missing = 2;
    assertNull(look(10));
    dt = 1; // s, longer than a lost sensor is waited for
    assertIs(Trouble.CLOCK_JUMP, Response.PAUSE, look());
  }

  @Test
  void readingThatIsNotBelievedTeachesNothingForAsLongAsItIsRemembered() {
    look();
    headRate = Double.NaN;
    assertIs(Trouble.SENSOR_DOUBTFUL, Response.FREEZE, look());
    headRate = 0;
    assertIs(Trouble.SENSOR_DOUBTFUL, Response.FREEZE, look(249));
    assertNull(look());
  }

  @Test
  void faultIsTheSameInstanceWhileItLasts() {
    look();
    missing = 2;
    look(12);
    assertSame(look(), look());
  }

  @Test
  void encoderThatRepeatsItselfWhileItsReferenceLeavesIsStuck() {
    look(2);
    Runnable leave = () -> tick.desired[0] += .0011; // rad a tick
    int ticks = ticksUntil(Trouble.SENSOR_STUCK, 1000, leave);
    assertEquals(110, ticks, "2 % of 6 rad are 0.12 rad, and that takes longer than 100 samples");
    assertIs(Trouble.SENSOR_STUCK, Response.STOP, look());
  }

  @Test
  void referenceThatBeginsWhereTheJointIsHasNotMoved() {
    angle = .5;
    look();
    tick.desired[0] = .5; // as soon as the first tick was taken
    assertNull(look(300));
    failsafes.rest();
    angle = -.5;
    look();
    tick.desired[0] = -.5;
    assertNull(look(300));
  }

  @Test
  void encoderThatChangesIsNotStuckThoughItsReferenceLeaves() {
    assertEquals(
        Integer.MAX_VALUE,
        ticksUntil(
            Trouble.SENSOR_STUCK,
            1000,
            () -> {
              tick.desired[0] += .001;
              angle += .0009;
            }));
  }

  @Test
  void livelyChannelThatRepeatsItselfAHundredTimesIsStuck() {
    for (int t = 0; t < 200; t++) {
      headRate = t * 1e-3;
      assertNull(look());
    }
    assertEquals(100, ticksUntil(Trouble.SENSOR_STUCK, 1000, () -> {}));
  }

  @Test
  void channelThatWasNeverLivelyMayRepeatItself() {
    for (int t = 0; t < 200; t++) {
      headRate = t / 2 * 1e-3; // steps of an encoder
      assertNull(look());
    }
    assertNull(look(1000));
  }

  @Test
  void fiftyLateTicksInARowStopButOneThatIsInTimeForgives() {
    dt = 2.1 * DT;
    assertNull(look(49));
    dt = DT;
    assertNull(look());
    dt = 2.1 * DT;
    assertNull(look(49));
    assertIs(Trouble.OVERRUN, Response.STOP, look());
  }

  @Test
  void timeThatLeapsOrStandsStillOrRunsBackwardsPausesForThatTick() {
    for (double odd : new double[] {0, -DT, .251, Double.NaN}) {
      dt = odd;
      assertIs(Trouble.CLOCK_JUMP, Response.PAUSE, look());
      dt = DT;
      assertNull(look());
    }
  }

  @Test
  void jointThatIsFarFromItsReferenceForAMomentIsStopped() {
    Runnable alive = () -> angle += 1e-9;
    tick.desired[0] = .59; // 10 % of 6 rad are 0.6
    assertEquals(Integer.MAX_VALUE, ticksUntil(Trouble.FOLLOWING_ERROR, 300, alive));
    tick.desired[0] = .61;
    assertEquals(Integer.MAX_VALUE, ticksUntil(Trouble.FOLLOWING_ERROR, 99, alive));
    tick.desired[0] = .5;
    look();
    tick.desired[0] = -.61;
    assertEquals(100, ticksUntil(Trouble.FOLLOWING_ERROR, 300, alive), "0.2 s without a break");
  }

  @Test
  void motorThatPushesInVainForASecondIsStalled() {
    tick.desired[0] = .5;
    torque = 9;
    velocity = 0;
    assertEquals(500, ticksUntil(Trouble.STALL, 600, () -> angle += 1e-9));
  }

  @Test
  void noneOfEffortErrorAndStandstillAloneIsAStall() {
    Runnable alive = () -> angle += 1e-9;
    tick.desired[0] = .5;
    torque = 9;
    velocity = 1; // it moves
    assertEquals(Integer.MAX_VALUE, ticksUntil(Trouble.STALL, 600, alive));
    torque = 7;
    velocity = 0; // little effort
    assertEquals(Integer.MAX_VALUE, ticksUntil(Trouble.STALL, 600, alive));
    torque = 9;
    tick.desired[0] = .1; // small error
    assertEquals(Integer.MAX_VALUE, ticksUntil(Trouble.STALL, 600, alive));
  }

  @Test
  void stallCountsAnewAfterARest() {
    tick.desired[0] = .5;
    torque = 9;
    velocity = 0;
    Runnable alive = () -> angle += 1e-9;
    ticksUntil(Trouble.STALL, 400, alive);
    failsafes.rest();
    assertEquals(500, ticksUntil(Trouble.STALL, 600, alive));
  }

  @Test
  void warmMotorGetsLessOfItsRangeAndAHotOneStops() {
    kelvin = 338.15; // half way from 60 to 70 degrees
    assertNull(look());
    assertEquals(5, command(), 1e-9);
    kelvin = 343.15;
    assertIs(Trouble.OVERHEATED, Response.STOP, look());
    assertEquals(0, command());
    kelvin = 300;
    assertNull(look());
    assertEquals(10, command());
  }

  private double command() {
    double[] command = new double[1];
    envelope.clip(new double[] {99}, new double[1], command, DT);
    return command[0];
  }

  @Test
  void weakSupplyPausesUntilItHasRecoveredWell() {
    volts = 6.2;
    assertIs(Trouble.BROWN_OUT, Response.PAUSE, look());
    volts = 7;
    assertIs(Trouble.BROWN_OUT, Response.PAUSE, look());
    volts = 7.5;
    assertNull(look());
    volts = 7;
    assertNull(look());
  }

  @Test
  void strongestAnswerWins() {
    volts = 6;
    kelvin = 350;
    assertIs(Trouble.OVERHEATED, Response.STOP, look());
  }

  @Test
  void savedInMidStreamTheyGoOnCounting() {
    tick.desired[0] = .5;
    torque = 9;
    velocity = 0;
    ticksUntil(Trouble.STALL, 400, () -> angle += 1e-9);
    StateWriter out = new StateWriter("test");
    failsafes.save(out);
    failsafes.rest();
    failsafes.load(new StateReader(out.bytes()));
    assertEquals(100, ticksUntil(Trouble.STALL, 600, () -> angle += 1e-9));
  }

  @Test
  void stateOfBeforeThereWereFailsafesIsTaken() {
    failsafes.load(new StateReader(new StateWriter("old").bytes()));
    assertNull(look());
  }

  @Test
  void faultSaysPartNumbersAndRemedy() {
    tick.desired[0] = .5;
    torque = 9;
    velocity = 0;
    ticksUntil(Trouble.STALL, 600, () -> angle += 1e-9);
    String text = look().text();
    assertTrue(text.startsWith("elbow: it pushes and does not move (1"), text);
    assertTrue(text.contains(" s, limit 1); "), text);
    assertTrue(text.endsWith("then arm again"), text);
  }

  @Test
  void aSensorThatNeverSaidAnythingIsNotCalledInfinitelyLate() {
    Fault fault =
        new Fault(
            Trouble.SENSOR_LOST,
            Fault.Response.PAUSE,
            "elbow.angle",
            Double.POSITIVE_INFINITY,
            .02,
            "s");
    assertEquals(
        "elbow.angle: no good reading for too long (none so far); look at its wiring and its range",
        fault.text());
  }

  @Test
  void limitsThatCouldNotBeKeptAreRefusedByName() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new FailsafeConfig(
                        .5, 100, .02, 2, 50, .25, .1, .05, .1, .2, .8, .02, .02, 1, 333, 343, 6, 7))
            .getMessage();
    assertTrue(message.contains("dead_loop"), message);
  }
}
