package io.olivo.sensors.bus;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;

class BusTest {
  @Test
  void severalAsOneAreAllClosed() {
    Bus first = mock();
    Bus second = mock();
    Bus.of(first, second).close();
    verify(first).close();
    verify(second).close();
  }
}
