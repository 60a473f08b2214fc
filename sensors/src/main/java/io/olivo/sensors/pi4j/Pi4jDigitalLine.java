package io.olivo.sensors.pi4j;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.Digital;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import org.jspecify.annotations.Nullable;

/** A line by Pi4J. */
public final class Pi4jDigitalLine implements DigitalLine {
  private final Context context;
  private final Digital<?, ?, ?> line;
  private final @Nullable DigitalOutput output; // the same, when it is one

  private Pi4jDigitalLine(Context context, Digital<?, ?, ?> line, @Nullable DigitalOutput output) {
    this.context = context;
    this.line = line;
    this.output = output;
  }

  /**
   * A line that is driven: low at first and at the end.
   *
   * @param context of Pi4J, with a provider of digital outputs
   * @param number of the line, as the processor counts
   * @throws BusException when it can't be had
   */
  public static Pi4jDigitalLine output(Context context, int number) throws BusException {
    try {
      DigitalOutput output =
          context.create(
              DigitalOutput.newConfigBuilder(context)
                  .id("gpio-" + number)
                  .address(number)
                  .initial(DigitalState.LOW)
                  .shutdown(DigitalState.LOW)
                  .build());
      return new Pi4jDigitalLine(context, output, output);
    } catch (Pi4JException | IllegalStateException e) {
      throw failed("gpio-" + number, e);
    }
  }

  /**
   * A line that is read.
   *
   * @param context of Pi4J, with a provider of digital inputs
   * @param number of the line, as the processor counts
   * @param pull what it is when nobody drives it
   * @throws BusException when it can't be had
   */
  public static Pi4jDigitalLine input(Context context, int number, PullResistance pull)
      throws BusException {
    try {
      DigitalInput input =
          context.create(
              DigitalInput.newConfigBuilder(context)
                  .id("gpio-" + number)
                  .address(number)
                  .pull(pull)
                  .debounce(0L)
                  .build());
      return new Pi4jDigitalLine(context, input, null);
    } catch (Pi4JException | IllegalStateException e) {
      throw failed("gpio-" + number, e);
    }
  }

  @Override
  public boolean read() throws BusException {
    try {
      return line.isHigh();
    } catch (Pi4JException | IllegalStateException e) {
      throw failed(line.id(), e);
    }
  }

  @Override
  public void write(boolean high) throws BusException {
    if (output == null) {
      throw new BusException(line.id() + " is an input");
    }
    try {
      output.setState(high);
    } catch (Pi4JException | IllegalStateException e) {
      throw failed(line.id(), e);
    }
  }

  private static BusException failed(String line, RuntimeException e) {
    return new BusException("%s: %s".formatted(line, e.getMessage()), e);
  }

  @Override
  public void close() {
    context.shutdown(line.id());
  }
}
