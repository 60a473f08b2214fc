package io.olivo.sensors.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.SpiBus;
import io.olivo.sensors.bus.emulated.EmulatedSpiBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedAs5047;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class As5047Test {
  private static final double STEP = 2 * Math.PI / 16384;

  private final World world = new World();
  private final EmulatedAs5047 chip = new EmulatedAs5047(world);
  private final EmulatedSpiBus bus = new EmulatedSpiBus(chip, 1);
  private final As5047 sensor = driver(0, false);

  private As5047 driver(int zero, boolean reversed) {
    return new As5047(bus, "as5047 at spi-0.1", zero, reversed);
  }

  /** Its start-up takes some frames: as the bus does, it is begun until it is ready. */
  private void begin() throws BusException {
    for (int tries = 0; ; tries++) {
      try {
        Drivers.begin(sensor);
        return;
      } catch (BusException e) {
        assertTrue(tries < 10, e.getMessage());
      }
    }
  }

  private void assertSays(String part) {
    BusException e = assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3.1415, -2, -.001, 0, .001, 1, 3.1414})
  void angleIsInRadiansWithinHalfAStep(double angle) throws BusException {
    world.angle = angle;
    begin();
    assertEquals(angle, Drivers.read(sensor)[0], .501 * STEP);
  }

  @Test
  void zeroAndDirectionAreThoseOfTheJoint() throws BusException {
    begin();
    world.angle = 1000 * STEP;
    assertEquals(200 * STEP, Drivers.read(driver(800, false))[0], 1e-12);
    assertEquals(-200 * STEP, Drivers.read(driver(800, true))[0], 1e-12);
    world.angle = (800 + 8192) * STEP;
    assertEquals(-8192 * STEP, Drivers.read(driver(800, false))[0], 1e-12);
  }

  @Test
  void aZeroBeyondATurnIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> driver(16384, false));
    assertThrows(IllegalArgumentException.class, () -> driver(-1, false));
  }

  /** Frames of the datasheet: reading 0x3fff is 0xffff, 0x3ffc is 0xfffc, 0x0001 is 0x4001. */
  @Test
  void commandsAreThoseOfTheDatasheet() throws BusException {
    List<Integer> frames = new ArrayList<>();
    SpiBus listening =
        (out, in, length) -> {
          frames.add(((out[0] & 0xff) << 8) | (out[1] & 0xff));
          bus.transfer(out, in, length);
        };
    begin();
    As5047 heard = new As5047(listening, "as5047", 0, false);
    heard.begin(0);
    heard.read(new double[1]);
    assertEquals(List.of(0x4001, 0, 0xfffc, 0xffff, 0xfffc, 0), frames);
  }

  @Test
  void whileItStartsUpThereIsNoReading() {
    assertSays("not started up");
  }

  @Test
  void withoutAMagnetThereIsNoReadingAndTheMessageSaysWhy() throws BusException {
    begin();
    chip.magnet(false);
    assertSays("too weak a magnet");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMissingChipIsNoAngle(boolean high) throws BusException {
    begin();
    bus.breakLine(high);
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    assertThrows(BusException.class, () -> Drivers.begin(sensor));
  }

  @Test
  void aBrownOutBetweenItsFramesIsNoReading() throws BusException {
    begin();
    int[] frames = {0};
    SpiBus dropping =
        (out, in, length) -> {
          if (frames[0]++ == 2) {
            chip.powerUp();
          }
          bus.transfer(out, in, length);
        };
    As5047 dropped = new As5047(dropping, "as5047", 0, false);
    assertThrows(BusException.class, () -> Drivers.read(dropped));
  }

  /** The parity is that of both directions, and the next reading is good again. */
  @Test
  void flippedBitsAreSeenWhicheverWayTheyGoAndForgottenAfterwards() throws BusException {
    begin();
    world.angle = 1;
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      bus.goWrong(new Mishaps(0, 0, .1, 0));
      try {
        assertEquals(1, Drivers.read(sensor)[0], STEP);
      } catch (BusException e) {
        refused++;
        bus.goWrong(Mishaps.NONE);
        eventuallyReads(1);
      }
    }
    assertTrue(refused > 300, refused + " refused only");
  }

  private void eventuallyReads(double angle) throws BusException {
    try {
      Drivers.read(sensor); // it may tell the error of before
    } catch (BusException e) {
      assertTrue(e.getMessage().contains("did not understand, errors 0x"), e.getMessage());
    }
    assertEquals(angle, Drivers.read(sensor)[0], STEP);
  }

  @Test
  void aTransferThatBreaksOffIsNoReadingAndTheNextOneIsGood() throws BusException {
    begin();
    world.angle = 2;
    bus.goWrong(new Mishaps(0, 1, 0, 0));
    assertThrows(BusException.class, () -> Drivers.read(sensor));
    bus.goWrong(Mishaps.NONE);
    eventuallyReads(2);
  }
}
