package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServo;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import io.olivo.actuators.servo.emulated.ServoMishaps;
import io.olivo.sensors.bus.Tolerance;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServoChainTest {
  private static final double STEP = 2 * Math.PI / 4096;
  private static final int BEGIN_TURNS = 400; // until a chain is ready

  static Stream<Named<ServoModel>> models() {
    return Stream.of(ServoModel.STS3215, ServoModel.XL330_M288, ServoModel.XL430_W250)
        .map(model -> Named.of(model.name(), model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyServoGoesWhereItIsTold(ServoModel model) {
    Rig rig = Rig.of(model, 6);
    rig.begin(.5);
    rig.turns(250, .5);
    for (int i = 0; i < 6; i++) {
      assertEquals(.5, rig.value(i, "position"), STEP, "servo " + i);
      assertEquals(rig.applied[i], rig.value(i, "position"), 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void allThatItMeasuresIsInItsUnit(ServoModel model) {
    Rig rig = Rig.of(model, 1);
    rig.begin(1);
    rig.turns(5, 3);
    assertEquals(5, rig.value(0, "velocity"), .03);
    boolean current = model.readings().stream().anyMatch(r -> r.measure().name().equals("current"));
    if (current) {
      assertEquals(1.5, rig.value(0, "current"), 4e-3);
    } else {
      assertEquals(1, rig.value(0, "load"), 1e-3);
    }
    assertEquals(7.4, rig.value(0, "voltage"), 1e-9);
    assertEquals(303.15, rig.value(0, "temperature"), 1e-9);
    assertEquals(0, rig.value(0, "status"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void withoutACommandThereIsNoTorqueButThereAreReadings(ServoModel model) {
    Rig rig = Rig.of(model, 3);
    rig.turns(BEGIN_TURNS);
    assertFalse(rig.anyTorque());
    assertEquals(.3, rig.value(2, "position"), STEP);
    assertTrue(rig.ageSeconds(2) < .01, rig.ageSeconds(2) + " s");
  }

  @ParameterizedTest
  @MethodSource("models")
  void whenTheTorqueComesNothingJumps(ServoModel model) {
    Rig rig = Rig.of(model, 3);
    rig.emulated.forEach(servo -> servo.poke(model.family().table().goal().address(), 2, 100));
    rig.turns(BEGIN_TURNS);
    for (int i = 0; i < 20 && !rig.torque(2); i++) {
      rig.command(-1);
      rig.poller.poll();
    }
    assertTrue(rig.torque(2), rig.drive.complaint());
    int goal = rig.emulated.get(2).peek(model.family().table().goal().address(), 2);
    assertEquals(.3, rig.chain.rounded(2, (goal - 2048) * STEP), STEP);
  }

  @ParameterizedTest
  @MethodSource("models")
  void whenNoCommandComesAnyMoreTheTorqueGoes(ServoModel model) {
    Rig rig = Rig.of(model, 3);
    rig.begin(.5);
    assertTrue(rig.torque(0));
    rig.turns(30);
    assertFalse(rig.anyTorque());
  }

  @ParameterizedTest
  @MethodSource("models")
  void atTheEndTheTorqueGoes(ServoModel model) {
    Rig rig = Rig.of(model, 3);
    rig.begin(.5);
    rig.poller.close();
    assertFalse(rig.anyTorque());
  }

  @ParameterizedTest
  @MethodSource("models")
  void oneThatDoesNotAnswerTakesNobodyElsesReadings(ServoModel model) {
    Rig rig = Rig.of(model, 6);
    rig.begin(.5);
    rig.turns(50, .5);
    rig.line.remove(rig.emulated.get(1));
    rig.turns(6, .5);
    for (int i = 0; i < 6; i++) {
      assertEquals(i == 1, rig.ageSeconds(i) > .02, "servo " + i + ": " + rig.ageSeconds(i) + " s");
    }
    rig.turns(10, .5);
    assertTrue(rig.drive.complaint().contains("servo 2 (" + model.name() + ") does not answer"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void oneCorruptPacketInAHundredIsTolerated(ServoModel model) {
    Rig rig = Rig.of(model, 6);
    rig.begin(.5);
    long failures = rig.drive.failures();
    rig.line.goWrong(new ServoMishaps(0, .01, 0, 0, 0, 0));
    for (int i = 0; i < 2000; i++) {
      rig.turns(1, .5);
      for (int servo = 0; servo < 6; servo++) {
        assertTrue(rig.ageSeconds(servo) < .06, "servo " + servo + " at turn " + i);
      }
    }
    assertEquals(failures, rig.drive.failures(), rig.drive.complaint());
    assertTrue(IntStream.range(0, 6).mapToLong(rig.chain::missed).sum() > 10);
  }

  @ParameterizedTest
  @MethodSource("models")
  void oneThatLostItsPowerGetsItsSettingsAndItsTorqueAgain(ServoModel model) {
    Servo weak = new Servo(1, model, 2048, false, -1, 1, .4);
    Rig like = Rig.of(model, 1);
    Rig rig = new Rig(like.line, List.of(weak), ServoTiming.MEGABIT, Tolerance.STANDARD);
    like.line.remove(like.emulated.getFirst());
    rig.begin(.5);
    EmulatedServo servo = rig.emulated.getFirst();
    int effort = model.family().table().effort().address();
    assertEquals(weak.effortSteps(), servo.peek(effort, 2));
    servo.powerUp();
    rig.turns(20, .5);
    assertEquals(weak.effortSteps(), servo.peek(effort, 2));
    assertTrue(servo.torque());
    assertEquals(2, rig.chain.armings());
    assertEquals(1, rig.drive.begun(), "the chain was not begun anew");
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsKeptWithoutPowerIsWrittenOnceInALifetime(ServoModel model) {
    Rig first = Rig.of(model, 1);
    first.begin(0);
    EmulatedServo servo = first.emulated.getFirst();
    servo.powerUp();
    int delay = model.family().equals(ServoFamily.STS) ? 7 : 9;
    assertEquals(
        0, servo.peek(delay, 1), "no delay before answers, also after a night without power");
    Lines.Counting counting = new Lines.Counting(first.line);
    ServoChain again =
        new ServoChain(
            counting,
            List.of(new Servo(1, model)),
            ServoTiming.MEGABIT,
            .1,
            () -> true,
            first.line::nowNanos);
    Lines.begin(again);
    assertEquals(0, counting.writesBelow(model.family().equals(ServoFamily.STS) ? 40 : 64));
  }

  @ParameterizedTest
  @MethodSource("models")
  void oneThatAnotherProgramLeftWithTorqueIsSetAllTheSame(ServoModel model) {
    Rig rig = Rig.of(model, 2);
    rig.emulated.forEach(servo -> servo.poke(model.family().table().torque().address(), 1, 1));
    rig.turns(100);
    assertFalse(rig.anyTorque());
    assertEquals(
        0, rig.emulated.getFirst().peek(model.family().equals(ServoFamily.STS) ? 7 : 9, 1));
    assertEquals(1, rig.drive.begun(), rig.drive.complaint());
  }

  @Test
  void whatNoServoCanSayIsNoReading() {
    Rig rig = Rig.sts(1);
    rig.begin(.5);
    rig.turns(100, .5);
    rig.plants.getFirst().heat(473.15);
    rig.turns(5, .5);
    assertEquals(303.15, rig.value(0, "temperature"), 1e-9);
    assertTrue(rig.ageSeconds(0) > .01, rig.ageSeconds(0) + " s");
  }

  @Test
  void nobodyHasTorqueWhenNobodyWouldTakeItAway() {
    Rig rig = Rig.sts(2);
    rig.guarded = false;
    rig.turns(400, .5);
    assertFalse(rig.anyTorque());
    assertTrue(rig.drive.complaint().contains("nobody would let go"), rig.drive.complaint());
  }

  @Test
  void aGuardThatDiesTakesTheTorqueWithIt() {
    Rig rig = Rig.sts(2);
    rig.begin(.5);
    rig.guarded = false;
    rig.turns(1, .5);
    assertFalse(rig.anyTorque());
  }

  @Test
  void aGoalThatIsNoNumberIsNotSent() {
    Rig rig = Rig.sts(2);
    rig.begin(.5);
    rig.turns(100, .5);
    rig.turns(3, Double.NaN);
    assertEquals(.5, rig.value(1, "position"), STEP);
    assertTrue(rig.drive.complaint().contains("is told to go to NaN"), rig.drive.complaint());
  }

  @Test
  void aDynamixelThatShutDownIsReportedThenStartedAnew() {
    Rig rig = Rig.of(ServoModel.XL330_M288, 3);
    rig.begin(.5);
    ((EmulatedDynamixelX) rig.emulated.get(1)).overload();
    rig.turns(5, .5);
    assertEquals("servo 2 (xl330-m288) has shut down: overload", rig.drive.complaint());
    assertEquals(128, rig.value(1, "status"));
    assertTrue(rig.ageSeconds(0) < .02, "the others go on");
    assertEquals(0, rig.chain.reboots());
    rig.turns(400, .5);
    assertEquals(1, rig.chain.reboots());
    assertEquals(2, rig.drive.begun());
    assertTrue(rig.torque(1));
    assertEquals(0, rig.value(1, "status"));
  }

  @Test
  void theStatusOfAFeetechIsAReading() {
    Rig rig = Rig.sts(3);
    rig.begin(.5);
    ((EmulatedSts3215) rig.emulated.get(2)).overload(true);
    rig.turns(2, .5);
    assertEquals(32, rig.value(2, "status"));
    assertEquals("overload", ServoFamily.STS.alarms(32));
    assertTrue(rig.torque(2), "it takes care of itself");
  }

  @Test
  void theWatchdogOfADynamixelStopsItWhenNobodySpeaks() {
    Rig rig = Rig.of(ServoModel.XL330_M288, 2);
    rig.begin(.5);
    rig.line.pass(130_000_000);
    rig.turns(1, 2);
    assertTrue(((EmulatedDynamixelX) rig.emulated.getFirst()).barked());
    rig.turns(300, 2);
    assertEquals(2, rig.value(0, "position"), STEP);
    assertEquals(2, rig.chain.armings());
  }

  @Test
  void theUnitOfTheVelocityIsTheOneThatTheServoSays() {
    EmulatedFeetechLine line = new EmulatedFeetechLine(1_000_000, 1);
    Rig rig =
        new Rig(
            line,
            List.of(new Servo(1, ServoModel.STS3215)),
            ServoTiming.MEGABIT,
            Tolerance.STANDARD);
    ((EmulatedSts3215) rig.emulated.getFirst()).withPhase(8);
    rig.begin(1);
    rig.turns(5, 3);
    assertEquals(5, rig.value(0, "velocity"), 25 * STEP);
  }

  @Test
  void aFeetechThatDoesNotAnswerWritesIsMadeTo() {
    Rig rig = Rig.sts(1);
    rig.emulated.getFirst().poke(8, 1, 0);
    rig.begin(0);
    assertTrue(rig.torque(0), rig.drive.complaint());
    assertEquals(1, rig.emulated.getFirst().peek(8, 1));
  }

  @Test
  void manyTurnsAreSetToOne() {
    Rig rig = Rig.sts(1);
    ((EmulatedSts3215) rig.emulated.getFirst()).withPhase(28);
    rig.begin(0);
    assertEquals(12, rig.emulated.getFirst().peek(18, 1));
  }

  @Test
  void aReversedServoGoesTheOtherWayInEverythingThatHasADirection() {
    EmulatedFeetechLine line = new EmulatedFeetechLine(1_000_000, 1);
    Servo reversed = new Servo(1, ServoModel.STS3215, 2048, true, -3, 3, 1);
    Rig rig = new Rig(line, List.of(reversed), ServoTiming.MEGABIT, Tolerance.STANDARD);
    rig.begin(-.1);
    rig.turns(5, 3);
    assertEquals(5, rig.value(0, "velocity"), .03);
    assertEquals(1, rig.value(0, "load"), .01);
    rig.turns(500, 3);
    assertEquals(3, rig.value(0, "position"), STEP);
  }

  @Test
  void anAdapterThatHearsItselfIsUnderstoodWhenToldAndNamedWhenNot() {
    List<Servo> servos =
        List.of(new Servo(1, ServoModel.STS3215), new Servo(2, ServoModel.STS3215));
    EmulatedFeetechLine line = new EmulatedFeetechLine(1_000_000, 1);
    line.echo(true);
    Rig told = new Rig(line, servos, new ServoTiming(1_000_000, 4e-3, true), Tolerance.STANDARD);
    told.begin(.5);
    told.turns(200, .5);
    assertEquals(.5, told.value(1, "position"), STEP);

    EmulatedFeetechLine same = new EmulatedFeetechLine(1_000_000, 1);
    same.echo(true);
    Rig untold = new Rig(same, servos, ServoTiming.MEGABIT, Tolerance.STANDARD);
    untold.turns(100, .5);
    assertFalse(untold.anyTorque());
    assertTrue(untold.drive.complaint().contains("say echo: true"), untold.drive.complaint());
  }

  @Test
  void twoServosWithOneIdAreSuspected() {
    Rig rig = Rig.sts(2);
    rig.add(new EmulatedSts3215(2, new FreeServo(-2)));
    rig.emulated.getLast().poke(3, 2, 770);
    rig.turns(100, .5);
    assertFalse(rig.anyTorque());
    assertTrue(rig.drive.complaint().contains("do two servos have this id"), rig.drive.complaint());
  }

  @Test
  void anotherModelIsNamed() {
    Rig rig = Rig.of(ServoModel.XL330_M288, 2);
    rig.emulated.getFirst().poke(0, 2, 1060);
    rig.turns(50, .5);
    assertEquals("servo 1 is not a xl330-m288: its model is 1060, not 1200", rig.drive.complaint());
  }

  @Test
  void aServoThatIsNotThereIsNamedWithWhatToLookFor() {
    Rig rig = Rig.sts(2);
    rig.line.remove(rig.emulated.get(1));
    rig.turns(50);
    assertNotNull(rig.drive.complaint());
    assertTrue(
        rig.drive
            .complaint()
            .contains("servo 2 does not answer: has it power, this id, and 1000000"),
        rig.drive.complaint());
  }

  @ParameterizedTest
  @MethodSource("models")
  void lastWordsThatAreSaidInTheMiddleOfAPacketAreHeardWhenRepeated(ServoModel model) {
    Rig rig = Rig.of(model, 6);
    rig.begin(.5);
    List<Servo> servos = IntStream.rangeClosed(1, 6).mapToObj(id -> new Servo(id, model)).toList();
    byte[] goals = new byte[128];
    ControlTable table = model.family().table();
    int[] ids = servos.stream().mapToInt(Servo::id).toArray();
    int length =
        model
            .family()
            .protocol()
            .syncWrite(goals, table.goal().address(), table.goal().bytes(), ids, new byte[24]);
    byte[] off = Deadman.repeated(ServoChain.torqueOff(servos));
    for (int said = 0; said < length; said++) {
      rig.turns(30, .5);
      assertTrue(rig.torque(5), "before " + said);
      rig.line.write(goals, said);
      rig.line.write(off, off.length);
      assertFalse(rig.anyTorque(), said + " bytes of a packet before");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aTurnMakesNoGarbage(ServoModel model) {
    Rig rig = Rig.of(model, 6);
    rig.begin(.5);
    rig.turns(3000, .5);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] goals = new double[6];
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 2000; i++) {
      rig.actuators.write(goals, rig.applied, rig.line.nowNanos());
      rig.turn();
    }
    long perTurn = (threads.getCurrentThreadAllocatedBytes() - before) / 2000;
    assertEquals(0, perTurn, "bytes per turn");
  }

  /** Bytes: goals 8 + 3 n, question 8 + n, answers 21 n, and one look at a register. */
  @ParameterizedTest
  @ValueSource(ints = {1, 6, 12})
  void theLineIsBusyForTheBytesOfATurn(int servos) {
    Rig rig = Rig.sts(servos);
    rig.begin(0);
    rig.turns(2 * servos, 0);
    double before = rig.line.busySeconds();
    long bytes = rig.chain.bytes();
    int turns = 10 * 2 * servos; // so that every register had its look
    rig.turns(turns, 0);
    double look = 15.5;
    assertEquals(
        (16 + 25 * servos + look) * 10e-6, (rig.line.busySeconds() - before) / turns, 1e-6);
    assertEquals(16 + 25 * servos + look, (rig.chain.bytes() - bytes) / (double) turns, .1);
  }

  @Test
  void twoFamiliesOnOneLineAreRefused() {
    List<Servo> both =
        List.of(new Servo(1, ServoModel.STS3215), new Servo(2, ServoModel.XL330_M288));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ServoChain.torqueOff(both));
    assertTrue(e.getMessage().contains("do not understand each other"), e.getMessage());
  }

  @Test
  void twoModelsOfOneFamilyShareALine() {
    List<Servo> both =
        List.of(new Servo(1, ServoModel.XL430_W250), new Servo(2, ServoModel.XL330_M288));
    Rig like = Rig.of(ServoModel.XL330_M288, 1);
    like.line.remove(like.emulated.getFirst());
    Rig rig = new Rig(like.line, both, ServoTiming.MEGABIT, Tolerance.STANDARD);
    rig.begin(.5);
    rig.turns(200, .5);
    assertEquals(.5, rig.value(0, "position"), STEP);
    assertEquals(.5, rig.value(1, "position"), STEP);
  }

  @Test
  void theLastWordsOfADeadmanTakeTheTorqueFromAll() {
    Rig rig = Rig.sts(6);
    rig.begin(.5);
    byte[] off =
        ServoChain.torqueOff(
            IntStream.rangeClosed(1, 6).mapToObj(id -> new Servo(id, ServoModel.STS3215)).toList());
    rig.line.write(off, off.length);
    assertFalse(rig.anyTorque());
  }
}
