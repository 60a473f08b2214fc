package io.olivo.deploy.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Shapes of layered nets as one writes them, as in 784-256-10,8-64-2.
 *
 * @param widths of each: inputs, hidden layers, outputs
 */
record NetShapes(List<List<Integer>> widths) {
  private static final String SHAPE = "[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})+";

  /** Reads them. */
  static final class Reader implements ITypeConverter<NetShapes> {
    @Override
    public NetShapes convert(String text) {
      return new NetShapes(
          Arrays.stream(text.split(",", -1)).map(part -> shape(part.strip(), text)).toList());
    }

    private static List<Integer> shape(String part, String whole) {
      if (!part.matches(SHAPE)) {
        throw new TypeConversionException(
            "\"%s\" has no shape in \"%s\"; write inputs, hidden layers and outputs, each up to"
                    .formatted(whole, part)
                + " 99999, as in 784-256-10");
      }
      return Arrays.stream(part.split("-")).map(Integer::valueOf).toList();
    }
  }

  /** One shape as it was written. */
  static String text(List<Integer> widths) {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }
}
