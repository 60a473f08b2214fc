package io.olivo.sensors.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pi4jDigitalLineTest {
  private final Context context =
      Pi4J.newContextBuilder()
          .add(MockDigitalOutputProvider.newInstance(), MockDigitalInputProvider.newInstance())
          .build();

  @AfterEach
  void shutDown() {
    context.shutdown();
  }

  @Test
  void anOutputIsLowAtFirstThenWhatIsWritten() throws BusException {
    DigitalLine line = Pi4jDigitalLine.output(context, 17);
    DigitalOutput opened = context.registry().get("gpio-17");
    assertEquals(17, opened.address());
    assertEquals(DigitalState.LOW, opened.state());
    line.write(true);
    assertEquals(DigitalState.HIGH, opened.state());
    assertTrue(line.read());
    line.write(false);
    assertEquals(DigitalState.LOW, opened.state());
  }

  @Test
  void anOutputIsLowAgainAtTheEnd() throws BusException {
    DigitalLine line = Pi4jDigitalLine.output(context, 17);
    DigitalOutput opened = context.registry().get("gpio-17");
    line.write(true);
    line.close();
    assertEquals(DigitalState.LOW, opened.state());
  }

  @Test
  void anInputIsReadAndCannotBeWritten() throws BusException {
    DigitalLine line = Pi4jDigitalLine.input(context, 4, PullResistance.PULL_UP);
    MockDigitalInput opened = context.registry().get("gpio-4");
    assertEquals(PullResistance.PULL_UP, opened.pull());
    opened.mockState(DigitalState.HIGH);
    assertTrue(line.read());
    opened.mockState(DigitalState.LOW);
    assertFalse(line.read());
    BusException e = assertThrows(BusException.class, () -> line.write(true));
    assertEquals("gpio-4 is an input", e.getMessage());
  }

  @Test
  void aLineThatSomebodyElseHasIsAFailureOfTheBus() throws BusException {
    Pi4jDigitalLine.output(context, 17);
    BusException e = assertThrows(BusException.class, () -> Pi4jDigitalLine.output(context, 17));
    assertTrue(e.getMessage().startsWith("gpio-17: "), e.getMessage());
  }
}
