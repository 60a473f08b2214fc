package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.chip.emulated.EmulatedHBridge;
import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusDevice;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Tolerance;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class MotorsTest {
  private static final Measure TORQUE = new Measure("torque", Unit.NEWTON_METRE);
  private static final Measure ANGLE = new Measure("angle", Unit.RADIAN);

  private final OutputBoard board = mock();
  private final Motor left = mock();
  private final Motor right = mock();
  private final Motors motors = new Motors(board, List.of(left, right));

  @Test
  void allAreSetThenSentOnce() throws BusException {
    motors.write(new double[] {.3, -.4});
    InOrder order = inOrder(left, right, board);
    order.verify(left).write(.3);
    order.verify(right).write(-.4);
    order.verify(board).send();
    order.verifyNoMoreInteractions();
  }

  @Test
  void theyLetGoWhenTheirBoardIsReadyAndNotBefore() throws BusException {
    when(board.begin(0)).thenReturn(.001);
    motors.begin(0);
    verify(left, never()).release();
    when(board.begin(1)).thenReturn(BusDevice.READY);
    assertEquals(BusDevice.READY, motors.begin(1));
    verify(left).release();
    verify(right).release();
  }

  @Test
  void oneThatCannotLetGoDoesNotKeepTheOthersFromIt() throws BusException {
    doThrow(new BusException("gone")).when(left).release();
    assertThrows(BusException.class, motors::release);
    verify(right).release();
  }

  @Test
  void aBoardThatIsGoneDoesNotKeepThemFromLettingGoByOtherLines() throws BusException {
    doThrow(new BusException("gone")).when(board).off();
    assertThrows(BusException.class, motors::release);
    verify(left).release();
    verify(right).release();
  }

  @Test
  void theComputersOwnOutputsAreReadyAtOnce() throws BusException {
    Motors own = new Motors(new OwnPins("gpio"), List.of(left));
    assertEquals(BusDevice.READY, own.begin(0));
    own.write(new double[] {1});
    own.release();
    verify(left).write(1);
    verify(board, never()).begin(anyInt());
    assertEquals("gpio", own.name());
  }

  @Test
  void whenTheirBusIsClosedTheyAreOff() {
    EmulatedPca9685 chip = new EmulatedPca9685();
    EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(0x40, chip);
    Pca9685 real = new Pca9685(bus, 0x40, 100);
    PulseScale pulse = new PulseScale(ANGLE, -1, 1, 1_000_000, 2_000_000);
    PwmServo servo = new PwmServo(real.pulses(4), real.periodNanos(), pulse);
    Drive drive = new Drive(new Motors(real, List.of(servo)), 100, 1);
    long[] now = {0};
    BusPoller poller =
        new BusPoller("i2c-1", bus, List.of(drive), Tolerance.STANDARD, () -> now[0]);
    DrivenActuators actuators =
        new DrivenActuators(
            List.of(new Target(new Channel("pan.angle", Unit.RADIAN, -1, 1), drive, 0)));
    for (int tick = 0; tick < 10; tick++) {
      actuators.write(new double[] {.5}, new double[1], now[0]);
      poller.poll();
      now[0] += 10_000_000;
    }
    assertEquals(1_750_000, chip.highNanos(4), 1200);
    poller.close();
    assertEquals(0, chip.highNanos(4));
  }

  @Test
  void aServoAndABridgeOfOneBoardAllocateNothing() throws BusException {
    EmulatedPca9685 chip = new EmulatedPca9685();
    EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(0x40, chip);
    Pca9685 real = new Pca9685(bus, 0x40, 100);
    DutyScale duty = new DutyScale(TORQUE, 1, 0, real.periodNanos());
    PulseScale pulse = new PulseScale(ANGLE, -1, 1, 1_000_000, 2_000_000);
    Motors both =
        new Motors(
            real,
            List.of(
                new HBridge(real.pulses(0), real.line(1), real.line(2), real.line(3), duty),
                new PwmServo(real.pulses(4), real.periodNanos(), pulse)));
    both.begin(0);
    both.begin(1);
    double[] values = new double[2];
    int[] turns = {0};
    long bytes =
        Allocation.leastBytes(
            20_000,
            () -> {
              turns[0]++;
              values[0] = turns[0] % 19 / 9. - 1;
              values[1] = -values[0];
              try {
                both.write(values);
              } catch (BusException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(0, bytes);
    EmulatedHBridge bridge =
        new EmulatedHBridge(
            () -> chip.duty(0), () -> chip.duty(1), () -> chip.duty(2), () -> chip.duty(3));
    assertEquals(both.rounded(0, values[0]), bridge.drive(), 1e-12);
    assertTrue(turns[0] > 0);
  }
}
