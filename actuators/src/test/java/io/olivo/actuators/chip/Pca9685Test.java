package io.olivo.actuators.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pca9685Test {
  private final EmulatedPca9685 chip = new EmulatedPca9685();
  private final EmulatedI2cBus bus = new EmulatedI2cBus(400e3, 1).with(Pca9685.ADDRESS, chip);
  private final SentTransfers sent = new SentTransfers(bus);
  private final Pca9685 board = new Pca9685(sent, Pca9685.ADDRESS, 50);
  private final long period = board.periodNanos();

  @ParameterizedTest
  @CsvSource({"50, 19988480", "60, 16711680", "1526, 655360", "24, 41615360"})
  void thePeriodIsTheNearestThatItsClockMakes(double hertz, long nanos) {
    assertEquals(nanos, new Pca9685(bus, 0x41, hertz).periodNanos());
  }

  @ParameterizedTest
  @ValueSource(doubles = {23, 1800, 0, -50, Double.NaN, Double.POSITIVE_INFINITY})
  void aPeriodThatItCannotMakeIsRefused(double hertz) {
    assertThrows(IllegalArgumentException.class, () -> new Pca9685(bus, 0x41, hertz));
  }

  @Test
  void aPulseIsAsLongAsItSaysItWillBe() throws BusException {
    PwmNanos output = board.pulses(3);
    begin();
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      long high = chance.nextLong(-1000, period + 1000);
      output.set(period, high);
      board.send();
      assertEquals(output.rounded(period, high), chip.highNanos(3));
      assertEquals(Math.clamp(high, 0, period), chip.highNanos(3), 2440);
      assertEquals(chip.highNanos(3), output.rounded(period, chip.highNanos(3)));
    }
  }

  @Test
  void bothEndsAreConstantLevels() throws BusException {
    PwmNanos output = board.pulses(0);
    begin();
    output.set(period, period);
    assertEquals(1, chip.duty(0));
    output.set(period, 0);
    assertEquals(0, chip.duty(0));
  }

  @Test
  void anotherPeriodIsRefused() {
    PwmNanos output = board.pulses(0);
    assertThrows(IllegalArgumentException.class, () -> output.rounded(20_000_000, 1_000_000));
  }

  @Test
  void anOutputCanBeUsedOnce() {
    board.pulses(4);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> board.line(4));
    assertTrue(e.getMessage().contains("output 4 of pca9685 at 0x40"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> board.line(16));
  }

  @Test
  void neighboursThatChangedGoInOneTransferAndOthersDoNotGo() throws BusException {
    List<PwmNanos> outputs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      outputs.add(board.pulses(i));
    }
    begin();
    setAll(outputs, 1_000_000);
    sent.clear();
    outputs.get(1).set(period, 1_500_000);
    outputs.get(2).set(period, 1_600_000);
    outputs.get(3).set(period, 1_000_000);
    outputs.get(5).set(period, 1_700_000);
    board.send();
    assertEquals(List.of("0x0a+8", "0x1a+4"), sent.writes());
    sent.clear();
    board.send();
    assertEquals(List.of(), sent.writes());
  }

  private void setAll(List<PwmNanos> outputs, long high) throws BusException {
    for (PwmNanos output : outputs) {
      output.set(period, high);
    }
    board.send();
  }

  @Test
  void aLevelIsSentInTheOrderOfTheCallsAndPulsesAtTheEnd() throws BusException {
    PwmNanos pulses = board.pulses(0);
    DigitalLine line = board.line(9);
    begin();
    pulses.set(period, period / 2);
    assertEquals(0, chip.duty(0));
    line.write(true);
    assertEquals(1, chip.duty(9));
    assertTrue(line.read());
    assertEquals(.5, chip.duty(0));
  }

  @Test
  void offIsOffForAllAtOnce() throws BusException {
    List<PwmNanos> outputs = List.of(board.pulses(0), board.pulses(15));
    begin();
    setAll(outputs, 1_500_000);
    sent.clear();
    board.off();
    assertEquals(List.of("0xfa+4"), sent.writes());
    assertEquals(0, chip.duty(0) + chip.duty(15));
    board.send();
  }

  @Test
  void whatRanBeforeItBeganIsOff() throws BusException {
    PwmNanos output = board.pulses(2);
    begin();
    output.set(period, period / 2);
    board.send();
    begin(new Pca9685(bus, Pca9685.ADDRESS, 100));
    assertEquals(0, chip.duty(2));
  }

  @Test
  void aBrownOutIsFoundThoughNothingChanges() throws BusException {
    PwmNanos output = board.pulses(2);
    begin();
    output.set(period, period / 2);
    board.send();
    chip.powerUp();
    BusException e = assertThrows(BusException.class, board::send);
    assertTrue(e.getMessage().contains("supply may have dropped"), e.getMessage());
    begin();
    output.set(period, period / 2);
    board.send();
    assertEquals(.5, chip.duty(2));
  }

  @Test
  void aBitThatFlippedOnItsWayIsFoundAndSentAgain() throws BusException {
    PwmNanos output = board.pulses(2);
    begin();
    sent.flipNext(3);
    output.set(period, period / 2);
    BusException e = assertThrows(BusException.class, board::send);
    assertTrue(e.getMessage().contains("does not hold what was sent"), e.getMessage());
    board.send();
    assertEquals(.5, chip.duty(2));
  }

  @Test
  void aTransferThatBreaksOffLeavesNoHalfOfAPulse() throws BusException {
    PwmNanos output = board.pulses(2);
    begin();
    output.set(period, 1000 * 4880);
    board.send();
    bus.goWrong(new Mishaps(0, 1, 0, 0));
    output.set(period, 2000 * 4880);
    assertThrows(BusException.class, board::send);
    assertEquals(1000 * 4880, chip.highNanos(2));
    bus.goWrong(Mishaps.NONE);
    board.send();
    assertEquals(2000 * 4880, chip.highNanos(2));
  }

  @Test
  void anotherChipAtItsAddressIsRefused() {
    bus.with(Pca9685.ADDRESS, new Deaf());
    assertThrows(BusException.class, this::begin);
  }

  private void begin() throws BusException {
    begin(board);
  }

  static void begin(Pca9685 board) throws BusException {
    assertTrue(board.begin(0) >= .5e-3, "its oscillator needs 0.5 ms");
    assertEquals(Pca9685.READY, board.begin(1));
  }
}
