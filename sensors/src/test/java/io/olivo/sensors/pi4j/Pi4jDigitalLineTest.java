package io.olivo.sensors.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.olivo.sensors.bus.BusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pi4jDigitalLineTest {
  private final Context context =
      Pi4J.newContextBuilder()
          .add(MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance())
          .build();

  @AfterEach
  void shutDown() {
    context.shutdown();
  }

  @Test
  void anInputSaysWhatTheLineIs() throws BusException {
    try (Pi4jDigitalLine line = Pi4jDigitalLine.input(context, 23, PullResistance.PULL_UP)) {
      MockDigitalInput opened = context.registry().get("line-23");
      assertEquals(23, opened.address());
      assertEquals(PullResistance.PULL_UP, opened.config().pull());
      opened.mockState(DigitalState.HIGH);
      assertTrue(line.read());
      opened.mockState(DigitalState.LOW);
      assertFalse(line.read());
    }
  }

  @Test
  void anInputIsNotWritten() throws BusException {
    try (Pi4jDigitalLine line = Pi4jDigitalLine.input(context, 23, PullResistance.OFF)) {
      BusException e = assertThrows(BusException.class, () -> line.write(true));
      assertEquals("line-23 is an input", e.getMessage());
    }
  }

  @Test
  void anOutputIsLowAtFirstAndWhatIsWrittenThen() throws BusException {
    try (Pi4jDigitalLine line = Pi4jDigitalLine.output(context, 24)) {
      MockDigitalOutput opened = context.registry().get("line-24");
      assertEquals(24, opened.address());
      assertEquals(DigitalState.LOW, opened.config().shutdownState());
      assertFalse(line.read());
      line.write(true);
      assertEquals(DigitalState.HIGH, opened.state());
      assertTrue(line.read());
    }
  }

  @Test
  void aLineThatIsTakenIsAFailureAndFreeAfterItWasClosed() throws BusException {
    Pi4jDigitalLine line = Pi4jDigitalLine.output(context, 24);
    assertThrows(BusException.class, () -> Pi4jDigitalLine.input(context, 24, PullResistance.OFF));
    line.close();
    Pi4jDigitalLine.input(context, 24, PullResistance.OFF).close();
  }
}
