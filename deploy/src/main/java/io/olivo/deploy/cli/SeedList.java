package io.olivo.deploy.cli;

import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds as one writes them, as in 1,2,500-519.
 *
 * @param seeds each once, in the order they were written
 */
record SeedList(List<Long> seeds) {
  private static final long MOST = 10_000;

  /** Reads them. */
  static final class Reader implements ITypeConverter<SeedList> {
    @Override
    public SeedList convert(String text) {
      List<Long> seeds =
          List.of(text.split(",", -1)).stream()
              .flatMapToLong(part -> range(part.strip(), text))
              .distinct()
              .limit(MOST + 1)
              .boxed()
              .toList();
      if (seeds.size() > MOST) {
        throw new TypeConversionException("\"%s\" is more than %d seeds".formatted(text, MOST));
      }
      return new SeedList(seeds);
    }

    private static LongStream range(String part, String whole) {
      int dash = part.indexOf('-', 1); // a first character is a sign
      try {
        long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
        if (first <= last) {
          return LongStream.rangeClosed(first, last);
        }
      } catch (NumberFormatException odd) {
        // falls through: neither a number nor a range
      }
      throw new TypeConversionException(
          "\"%s\" has no seeds in \"%s\"; write numbers and ranges, as in 1,2,500-519"
              .formatted(whole, part));
    }
  }
}
