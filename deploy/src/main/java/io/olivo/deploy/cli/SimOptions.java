package io.olivo.deploy.cli;

import io.olivo.deploy.robot.ParameterChange;
import io.olivo.sensors.Quantity;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a simulated run may be told beside its robot file. */
final class SimOptions {
  @Mixin private SeedOption seed = new SeedOption();

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE@TIME",
      converter = ChangeReader.class,
      description =
          "Change the simulated plant in flight, as in --set payload=0.7@40s; may be repeated.")
  private List<ParameterChange> changes = new ArrayList<>();

  @Option(
      names = "--randomise",
      description =
          "Draw what sim.randomise of the robot file names whenever the robot is put back, as olivo"
              + " train does.")
  private boolean randomise;

  boolean randomises() {
    return randomise;
  }

  List<ParameterChange> changes() {
    return changes;
  }

  long seed() {
    return seed.value();
  }

  /** The seed of a saved run, unless another one was asked for. */
  long seedLike(long saved) {
    return seed.valueOr(saved);
  }

  /** Reads a change. */
  static final class ChangeReader implements ITypeConverter<ParameterChange> {
    @Override
    public ParameterChange convert(String text) {
      int equals = text.indexOf('=');
      int at = text.lastIndexOf('@');
      if (equals < 1 || at < equals) {
        throw new TypeConversionException(
            "\"%s\" is not PARAMETER=VALUE@TIME, as in payload=0.7@40s".formatted(text));
      }
      try {
        List<Double> values =
            Arrays.stream(text.substring(equals + 1, at).split(",", -1))
                .map(Double::valueOf)
                .toList();
        double seconds = Quantity.parse(text.substring(at + 1), Unit.SECOND);
        return new ParameterChange(seconds, Map.of(text.substring(0, equals), values));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Reads a length of time with its unit. */
  static final class SecondsReader implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Quantity.parse(text, Unit.SECOND);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
