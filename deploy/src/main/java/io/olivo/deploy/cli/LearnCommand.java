package io.olivo.deploy.cli;

import io.olivo.deploy.record.CsvRecord;
import io.olivo.deploy.record.StreamScore;
import io.olivo.learning.cerebellum.StreamRegressor;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One pass over a recorded stream: predict, then learn, on every row. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Learn a recorded stream in one pass: predict, then learn, on every row.",
      "Prints the normalised mean squared error (nMSE): 1 is what predicting the mean earns."
    },
    footer = {
      "",
      "Examples:",
      "  olivo learn arm.csv --inputs 21 --outputs 7 --test arm_test.csv",
      "  olivo learn arm.csv --inputs 21 --outputs 7 --features 1000 --json",
      "",
      "FILE has one row per sample, first the inputs, then the outputs; separated by",
      "comma, semicolon, tab or spaces; with or without a header. Rows with NaN are",
      "left out and counted. The time of a row grows in proportion to --features."
    })
final class LearnCommand implements Callable<Integer> {
  private static final int MOST_FEATURES = 4000;

  @Parameters(paramLabel = "FILE", description = "The recorded stream, a CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--inputs",
      paramLabel = "N",
      required = true,
      description = "The first N columns are inputs.")
  private int inputs;

  @Option(
      names = "--outputs",
      paramLabel = "M",
      required = true,
      description = "The next M columns are outputs.")
  private int outputs;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Rows held out: predicted at the end, with the weights frozen.")
  private @Nullable Path test;

  @Option(
      names = "--features",
      paramLabel = "K",
      description = "How many features the inputs are expanded to (default: ${DEFAULT-VALUE}).")
  private int features = StreamRegressor.FEATURES;

  @Option(names = "--seed", description = "Draws the random features (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    require(inputs > 0, "--inputs must be at least 1, got " + inputs);
    require(outputs > 0, "--outputs must be at least 1, got " + outputs);
    require(
        features > 0 && features <= MOST_FEATURES,
        "--features must be 1 to " + MOST_FEATURES + ", got " + features);
    long began = System.nanoTime();
    CsvRecord stream = open(file);
    CsvRecord heldOut = test == null ? null : open(test);
    StreamPass pass = new StreamPass(inputs, outputs, features, seed, output);
    StreamScore online = pass.learn(stream);
    StreamScore frozen = heldOut == null ? null : pass.predict(heldOut);
    new LearnResult(stream, online, heldOut, frozen)
        .print(output, pass, (System.nanoTime() - began) / 1e9);
    return ExitCode.OK;
  }

  private CsvRecord open(Path path) {
    return new CsvRecord(path, inputs, outputs);
  }

  private void require(boolean kept, String message) {
    if (!kept) {
      throw Usage.error(command, message);
    }
  }
}
