package io.olivo.sensors.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import io.olivo.sensors.bus.BusException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class Pi4jI2cBusTest {
  private final I2C device = mock();
  private final IntFunction<I2C> open = mock();
  private final Pi4jI2cBus bus = new Pi4jI2cBus(open);

  @Test
  void anAddressIsOpenedOnceAndClosedWithTheBus() throws BusException {
    when(open.apply(0x36)).thenReturn(device);
    when(device.write(any(byte[].class), anyInt(), anyInt())).thenReturn(2);
    bus.write(0x36, new byte[] {1, 2, 3}, 2);
    bus.write(0x36, new byte[] {1, 2, 3}, 2);
    bus.close();
    verify(open, times(1)).apply(0x36);
    verify(device, times(1)).close();
  }

  @Test
  void aRegisterIsReadInOneTransfer() throws BusException {
    byte[] in = new byte[4];
    when(open.apply(0x36)).thenReturn(device);
    when(device.readRegister(0xfe, in, 0, 2)).thenReturn(2);
    bus.writeRead(0x36, new byte[] {(byte) 0xfe}, 1, in, 2);
    verify(device).readRegister(0xfe, in, 0, 2);
  }

  @Test
  void fewerBytesThanAskedForAreAFailure() {
    when(open.apply(0x36)).thenReturn(device);
    when(device.readRegister(anyInt(), any(byte[].class), anyInt(), anyInt())).thenReturn(1);
    BusException e =
        assertThrows(BusException.class, () -> bus.writeRead(0x36, new byte[1], 1, new byte[2], 2));
    assertTrue(e.getMessage().contains("1 bytes of 2"), e.getMessage());
  }

  @Test
  void whatPi4jThrowsIsAFailureOfTheBus() {
    when(open.apply(anyInt())).thenThrow(new Pi4JException("no such bus"));
    BusException e = assertThrows(BusException.class, () -> bus.write(0x40, new byte[] {0}, 1));
    assertEquals("0x40: no such bus", e.getMessage());
  }

  @Test
  void pi4jItselfOpensTheAddressOnTheBusOfThatNumber() throws BusException {
    Context context = Pi4J.newContextBuilder().add(MockI2CProvider.newInstance()).build();
    try (Pi4jI2cBus real = Pi4jI2cBus.of(context, 1)) {
      real.write(0x36, new byte[] {7, 42}, 2);
      I2C opened = context.registry().get("i2c-1-0x36");
      assertEquals(1, opened.bus());
      assertEquals(0x36, opened.device());
    } finally {
      context.shutdown();
    }
  }
}
