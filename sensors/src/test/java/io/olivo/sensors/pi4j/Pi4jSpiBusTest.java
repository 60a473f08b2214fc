package io.olivo.sensors.pi4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.plugin.mock.provider.spi.MockSpi;
import com.pi4j.plugin.mock.provider.spi.MockSpiProvider;
import io.olivo.sensors.bus.BusException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class Pi4jSpiBusTest {
  private final Spi device = mock();
  private final Supplier<Spi> open = mock();
  private final Pi4jSpiBus bus = new Pi4jSpiBus("spi-0.1", open);

  private void moves(int bytes) {
    when(open.get()).thenReturn(device);
    when(device.transfer(any(byte[].class), anyInt(), any(byte[].class), anyInt(), anyInt()))
        .thenReturn(bytes);
  }

  @Test
  void itIsOpenedOnceAtTheFirstTransferAndClosed() throws BusException {
    moves(2);
    verify(open, never()).get();
    bus.transfer(new byte[2], new byte[2], 2);
    bus.transfer(new byte[2], new byte[2], 2);
    bus.close();
    verify(open, times(1)).get();
    verify(device, times(1)).close();
  }

  @Test
  void whatWasNeverOpenedIsNotClosed() {
    bus.close();
    verify(device, never()).close();
  }

  @Test
  void bothWaysGoInOneTransfer() throws BusException {
    moves(2);
    byte[] out = {1, 2, 3};
    byte[] in = new byte[3];
    bus.transfer(out, in, 2);
    verify(device).transfer(out, 0, in, 0, 2);
  }

  @Test
  void aTransferThatTheBoardRefusesIsAFailure() {
    moves(-1);
    BusException e =
        assertThrows(BusException.class, () -> bus.transfer(new byte[2], new byte[2], 2));
    assertEquals("spi-0.1: the transfer failed", e.getMessage());
  }

  @Test
  void whatPi4jThrowsIsAFailureOfTheBus() {
    when(open.get()).thenThrow(new RuntimeException("no such bus")); // as one of its providers does
    BusException e =
        assertThrows(BusException.class, () -> bus.transfer(new byte[2], new byte[2], 2));
    assertTrue(e.getMessage().contains("no such bus"), e.getMessage());
  }

  /** The mock says what it was told before, at first nothing. */
  @Test
  void pi4jItselfOpensTheChipSelectOfTheBusInItsModeAtItsSpeed() throws BusException {
    Context context = Pi4J.newContextBuilder().add(MockSpiProvider.newInstance()).build();
    try (Pi4jSpiBus real = Pi4jSpiBus.of(context, 1, 2, 3, 1_000_000)) {
      byte[] in = new byte[2];
      real.transfer(new byte[] {7, 42}, in, 2);
      assertArrayEquals(new byte[2], in);
      real.transfer(new byte[2], in, 2);
      assertArrayEquals(new byte[] {7, 42}, in);
      MockSpi opened = context.registry().get("spi-1.2");
      assertEquals(SpiBus.BUS_1, opened.config().bus());
      assertEquals(2, opened.config().address());
      assertEquals(SpiMode.MODE_3, opened.config().mode());
      assertEquals(1_000_000, opened.config().baud());
    } finally {
      context.shutdown();
    }
  }
}
