package io.olivo.deploy.cli;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a run repeatable. */
final class SeedOption {
  private static final int LARGEST_DRAWN = 1_000_000;

  @Option(
      names = "--seed",
      description = "Makes everything that is drawn repeatable; another one every time by default.")
  private @Nullable Long seed;

  long value() {
    return valueOr(ThreadLocalRandom.current().nextLong(LARGEST_DRAWN));
  }

  long valueOr(long otherwise) {
    Long given = seed;
    return given != null ? given : otherwise;
  }
}
