package io.olivo.actuators.servo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.actuators.servo.Register.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
  @ParameterizedTest
  @CsvSource({
    "2, NONE, 0",
    "2, NONE, 65535",
    "1, NONE, 255",
    "2, BIT_15, 32767",
    "2, BIT_15, -32767",
    "2, BIT_15, -1",
    "2, BIT_15, 0",
    "2, BIT_10, 1023",
    "2, BIT_10, -1023",
    "2, TWOS_COMPLEMENT, 32767",
    "2, TWOS_COMPLEMENT, -32768",
    "4, TWOS_COMPLEMENT, 2147483647",
    "4, TWOS_COMPLEMENT, -2147483648"
  })
  void whatIsStoredIsRead(int bytes, Sign sign, int value) {
    Register register = new Register(10, bytes, sign);
    byte[] memory = new byte[6];
    register.put(memory, 1, value);
    assertEquals(value, register.get(memory, 1));
    assertEquals(0, memory[0]);
    assertEquals(0, memory[1 + bytes]);
  }

  @Test
  void theLowByteComesFirstAndABitOfItsOwnTellsTheSign() {
    byte[] memory = new byte[2];
    new Register(46, 2, Sign.BIT_15).put(memory, 0, -300);
    assertArrayEquals(new byte[] {0x2c, (byte) 0x81}, memory);
  }

  @Test
  void minusZeroIsZero() {
    assertEquals(0, new Register(56, 2, Sign.BIT_15).get(new byte[] {0, (byte) 0x80}, 0));
  }

  @Test
  void aSignThatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Register(1, 1, Sign.BIT_15));
  }
}
