package io.olivo.deploy.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many runs there are at a time; never part of a result. */
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = CountReader.class,
      description = "Runs at a time (default: one per processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  int count() {
    return jobs;
  }

  /** Reads a number above 0. */
  static final class CountReader implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int count = Integer.parseInt(text);
        if (count >= 1) {
          return count;
        }
      } catch (NumberFormatException notANumber) {
        // falls through to the one message for both
      }
      throw new TypeConversionException("must be at least 1, got " + text);
    }
  }
}
