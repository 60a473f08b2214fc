package io.olivo.sensors.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.Digital;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;

/** A line of the board by Pi4J. */
public final class Pi4jDigitalLine implements DigitalLine {
  private final Context context;
  private final Digital<?, ?, ?> line;

  private Pi4jDigitalLine(Context context, Digital<?, ?, ?> line) {
    this.context = context;
    this.line = line;
  }

  /**
   * Opens an input.
   *
   * @param context of Pi4J, with a provider of digital inputs
   * @param number of the line, as the processor's maker counts (BCM)
   * @param pull what holds it when nobody drives it
   * @throws BusException when there is no such line, or somebody else has it
   */
  public static Pi4jDigitalLine input(Context context, int number, PullResistance pull)
      throws BusException {
    try {
      return new Pi4jDigitalLine(
          context,
          context.create(
              DigitalInput.newConfigBuilder(context)
                  .id("line-" + number)
                  .address(number)
                  .pull(pull)
                  .debounce(0L)
                  .build()));
    } catch (RuntimeException e) { // not all of them are Pi4J's
      throw new BusException("line %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  /**
   * Opens an output; it is low at first, and again when the program ends.
   *
   * @param context of Pi4J, with a provider of digital outputs
   * @param number of the line, as the processor's maker counts (BCM)
   * @throws BusException when there is no such line, or somebody else has it
   */
  public static Pi4jDigitalLine output(Context context, int number) throws BusException {
    try {
      return new Pi4jDigitalLine(
          context,
          context.create(
              DigitalOutput.newConfigBuilder(context)
                  .id("line-" + number)
                  .address(number)
                  .initial(DigitalState.LOW)
                  .shutdown(DigitalState.LOW)
                  .build()));
    } catch (RuntimeException e) { // not all of them are Pi4J's
      throw new BusException("line %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  @Override
  public boolean read() throws BusException {
    DigitalState state = state();
    if (state == DigitalState.UNKNOWN) {
      throw new BusException(line.id() + ": neither high nor low");
    }
    return state == DigitalState.HIGH;
  }

  private DigitalState state() throws BusException {
    try {
      return line.state();
    } catch (RuntimeException e) {
      throw new BusException(line.id() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void write(boolean high) throws BusException {
    if (!(line instanceof DigitalOutput output)) {
      throw new BusException(line.id() + " is an input");
    }
    try {
      output.state(high ? DigitalState.HIGH : DigitalState.LOW);
    } catch (RuntimeException e) {
      throw new BusException(line.id() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    context.shutdown(line.id());
  }
}
