package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import org.junit.jupiter.api.Test;

/** What the datasheet says: NXP PCA9685 revision 4, section 7.3. */
class EmulatedPca9685Test {
  private static final int ADDRESS = 0x40;

  private final EmulatedPca9685 chip = new EmulatedPca9685();
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(ADDRESS, chip);

  private void write(int... bytes) throws BusException {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = (byte) bytes[i];
    }
    bus.write(ADDRESS, out, out.length);
  }

  private byte[] read(int register, int count) throws BusException {
    byte[] in = new byte[count];
    bus.writeRead(ADDRESS, new byte[] {(byte) register}, 1, in, count);
    return in;
  }

  private void wakeWithHalfOnAtOutput0() throws BusException {
    write(0x00, 0x20);
    write(0x06, 0, 0, 0, 0x08);
    assertEquals(.5, chip.duty(0));
  }

  @Test
  void atPowerUpItSleepsAndEveryOutputIsFullyOff() throws BusException {
    assertArrayEquals(new byte[] {0x11}, read(0x00, 1));
    assertArrayEquals(new byte[] {0x10}, read(0x09, 1));
    assertArrayEquals(new byte[] {0x1e}, read(0xfe, 1));
    assertEquals(0, chip.duty(15));
  }

  @Test
  void registersGoOnOnlyWhenTold() throws BusException {
    write(0x06, 1, 2, 3, 4);
    assertArrayEquals(new byte[] {4, 4}, read(0x06, 2));
    write(0x00, 0x30);
    write(0x06, 1, 2, 3, 4);
    assertArrayEquals(new byte[] {1, 2, 3, 4}, read(0x06, 4));
  }

  @Test
  void afterTheLastOutputComesTheFirstMode() throws BusException {
    write(0x00, 0x31);
    assertArrayEquals(new byte[] {0x10, 0x31, 0x04}, read(0x45, 3));
  }

  @Test
  void thePrescaleIsTakenAsleepOnlyAndIsAtLeastThree() throws BusException {
    write(0xfe, 0x79);
    assertArrayEquals(new byte[] {0x79}, read(0xfe, 1));
    write(0x00, 0x20);
    write(0xfe, 0x10);
    assertArrayEquals(new byte[] {0x79}, read(0xfe, 1));
    write(0x00, 0x30);
    write(0xfe, 0x00);
    assertArrayEquals(new byte[] {0x03}, read(0xfe, 1));
  }

  @Test
  void fullyOffWinsOverFullyOn() throws BusException {
    wakeWithHalfOnAtOutput0();
    write(0x06, 0, 0x10, 0, 0);
    assertEquals(1, chip.duty(0));
    write(0x06, 0, 0x10, 0, 0x10);
    assertEquals(0, chip.duty(0));
  }

  @Test
  void aPulseMayGoOverTheEndOfThePeriod() throws BusException {
    wakeWithHalfOnAtOutput0();
    write(0x06, 0, 0x0c, 0, 0x04);
    assertEquals(.5, chip.duty(0));
  }

  @Test
  void allOutputsAreWrittenTogetherAndReadAsNothing() throws BusException {
    wakeWithHalfOnAtOutput0();
    write(0xfa, 0, 0, 0, 0x04);
    assertEquals(.25, chip.duty(0));
    assertEquals(.25, chip.duty(15));
    assertArrayEquals(new byte[4], read(0xfa, 4));
  }

  @Test
  void afterASleepTheOutputsWaitForARestart() throws BusException {
    wakeWithHalfOnAtOutput0();
    write(0x00, 0x30);
    assertEquals(0, chip.duty(0));
    write(0x00, 0x20);
    assertEquals(0, chip.duty(0));
    assertNotEquals(0, read(0x00, 1)[0] & 0x80);
    write(0x00, 0xa0);
    assertEquals(.5, chip.duty(0));
    assertEquals(0, read(0x00, 1)[0] & 0x80);
  }

  @Test
  void changedOnAcknowledgeAnOutputWaitsForAllItsRegisters() throws BusException {
    wakeWithHalfOnAtOutput0();
    write(0x01, 0x0c);
    write(0x06, 0, 0, 0);
    write(0x09, 0x04);
    assertEquals(.5, chip.duty(0));
    write(0x06, 0, 0, 0, 0x04);
    assertEquals(.25, chip.duty(0));
  }
}
