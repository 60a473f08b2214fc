package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Scenario;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.sim.train.KernelChoice;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants as one names them on the command line, as in payload-from-start; all are listed. */
abstract class EnumName<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final String what;
  private final List<E> constants;

  private EnumName(String what, Class<E> type) {
    this.what = what;
    constants = Arrays.asList(type.getEnumConstants());
  }

  /** The name of one. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> all() {
    return constants.stream().map(EnumName::of).toList();
  }

  @Override
  public E convert(String text) {
    return constants.stream()
        .filter(constant -> of(constant).equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no %s \"%s\"; known are %s"
                        .formatted(what, text, String.join(", ", all()))));
  }

  /** All names, for the help. */
  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  /** olivo, fel, ... */
  static final class Learner extends EnumName<Rule> {
    Learner() {
      super("learner", Rule.class);
    }
  }

  /** rows, nd4j, fastest. */
  static final class OfKernels extends EnumName<KernelChoice> {
    OfKernels() {
      super("kind of kernels", KernelChoice.class);
    }
  }

  /** steady, payload, ... */
  static final class OfScenario extends EnumName<Scenario> {
    OfScenario() {
      super("scenario", Scenario.class);
    }
  }

  /** figure8, reach, ... */
  static final class Reference extends EnumName<ReferenceSpec.Shape> {
    Reference() {
      super("reference", ReferenceSpec.Shape.class);
    }
  }
}
