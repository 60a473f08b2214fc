package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.chip.Drv8833.Decay;
import io.olivo.actuators.chip.emulated.BridgeState;
import io.olivo.actuators.chip.emulated.EmulatedBridge;
import io.olivo.actuators.chip.emulated.EmulatedDrv8833;
import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Drv8833Test {
  private static final DutyScale SCALE =
      new DutyScale(new Measure("torque", Unit.NEWTON_METRE), 2, 0, 50_000);

  private final EmulatedOutput in1 = new EmulatedOutput();
  private final EmulatedOutput in2 = new EmulatedOutput();
  private final EmulatedOutput sleep = new EmulatedOutput();
  private final EmulatedBridge bridge = new EmulatedDrv8833(in1, in2, sleep);
  private double before;
  private double after;
  private long jerks;

  Drv8833Test() {
    List.of(in1, in2, sleep).forEach(pin -> pin.watched(this::look));
  }

  /** What is seen on the way from one drive to another is one of both, or nothing. */
  private void look() {
    bridge.look();
    double drive = bridge.drive();
    boolean known = near(drive, before) || near(drive, after) || near(drive, 0);
    jerks += known ? 0 : 1;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-9;
  }

  private Drv8833 motor(Decay decay) {
    return new Drv8833(in1, in2, sleep, decay, SCALE);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, COAST",
    "true, false, FORWARD",
    "false, true, BACK",
    "true, true, BRAKE"
  })
  void theTruthTableIsThatOfTheDatasheet(boolean one, boolean two, BridgeState state) {
    assertEquals(state, EmulatedDrv8833.state(one, two, true));
    assertEquals(BridgeState.COAST, EmulatedDrv8833.state(one, two, false));
  }

  @Test
  void inFastDecayItCoastsBetweenPulsesAndToldNothing() throws BusException {
    Drv8833 motor = motor(Decay.FAST);
    motor.write(1);
    assertEquals(.5, in1.getAsDouble());
    assertEquals(0, in2.getAsDouble());
    motor.write(0);
    assertEquals(0, in1.getAsDouble() + in2.getAsDouble());
  }

  @Test
  void inSlowDecayItBrakesBetweenPulsesAndToldNothing() throws BusException {
    Drv8833 motor = motor(Decay.SLOW);
    motor.write(-.5);
    assertEquals(.75, in1.getAsDouble());
    assertEquals(1, in2.getAsDouble());
    motor.write(0);
    assertEquals(2, in1.getAsDouble() + in2.getAsDouble());
  }

  @ParameterizedTest
  @EnumSource(Decay.class)
  void whateverIsCommandedIsReachedWithoutAJerkAndIsWhatItSays(Decay decay) throws BusException {
    Drv8833 motor = motor(decay);
    SplittableRandom chance = new SplittableRandom(2);
    for (int i = 0; i < 100_000; i++) {
      double torque = chance.nextInt(20) == 0 ? Double.NaN : chance.nextDouble(-3, 3);
      before = after;
      after = motor.rounded(torque) / 2;
      motor.write(torque);
      assertEquals(after, bridge.drive(), 1e-12);
      assertEquals(after * 2, motor.rounded(after * 2), 0);
      assertTrue(Math.max(in1.getAsDouble(), in2.getAsDouble()) <= 1);
      assertTrue(Math.min(in1.getAsDouble(), in2.getAsDouble()) >= 0);
    }
    assertEquals(0, jerks);
    assertEquals(0, bridge.illegal());
  }

  @ParameterizedTest
  @EnumSource(Decay.class)
  void letGoItSleepsWithBothInputsLowThoughOneIsGone(Decay decay) throws BusException {
    Drv8833 motor = motor(decay);
    motor.write(1);
    in1.goWrong(1, 1);
    assertThrows(BusException.class, motor::release);
    assertEquals(0, sleep.getAsDouble());
    assertEquals(0, in2.getAsDouble());
    assertEquals(0, bridge.drive());
  }

  @Test
  void slowDecayWithoutItsSleepIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new Drv8833(in1, in2, null, Decay.SLOW, SCALE));
    assertTrue(e.getMessage().contains("nSLEEP"), e.getMessage());
  }
}
