package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RuleBench;
import io.olivo.deploy.bench.RulePlan;
import io.olivo.learning.credit.CreditRules;
import io.olivo.sim.train.IdxFiles;
import io.olivo.sim.train.KernelChoice;
import io.olivo.sim.train.RuleTask;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code olivo bench rules} shall measure. */
final class RulesOptions {
  private static final int IMAGE_EPOCHS = 10;
  private static final int REPLAY = 2000;

  @Option(
      names = "--rules",
      split = ",",
      description =
          "Rules by name, or all (default: all that have a target on images). Backprop and the"
              + " nulls always run beside them.")
  private List<String> rules = List.of();

  @Option(
      names = "--data",
      description =
          "fashion-mnist: 60 000 images; digits: 2000 small ones; arm: torques of a moving arm"
              + " (default: digits).")
  private String data = "digits";

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Folder of the four idx.gz files (default: that of Debian's dataset-fashion-mnist).")
  private Path folder = IdxFiles.DEFAULT_FOLDER;

  @Option(
      names = "--batch",
      description = "Samples of a step (default: 64 for images, 1 for motion).")
  private @Nullable Integer batch;

  @Option(
      names = "--epochs",
      description = "Passes over the rows (default: 10; 1 for single samples and motion).")
  private @Nullable Integer epochs;

  @Option(names = "--rows", description = "Training rows to use (default: all).")
  private @Nullable Integer rows;

  @Option(
      names = "--replay",
      description =
          "Of motion: places of the buffer from which one pair is learned again per step; 0 for"
              + " none (default: 2000).")
  private int replay = REPLAY;

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-5).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L, 4L, 5L));

  @Option(
      names = "--validate",
      description =
          "To choose constants: judge images by the last 10 000 training images instead. Use"
              + " seeds that are never reported, such as 1000.")
  private boolean validate;

  @Option(
      names = "--rate",
      description = "Step size of every rule, instead of the one chosen for each.")
  private @Nullable Double rate;

  @Option(
      names = "--kernels",
      converter = EnumName.OfKernels.class,
      completionCandidates = EnumName.OfKernels.class,
      description =
          "Arithmetic of the nets: rows as on the robot, the same bits everywhere; nd4j; or the"
              + " fastest here, measured once per size: ${COMPLETION-CANDIDATES} (default: rows).")
  private KernelChoice kernels = KernelChoice.ROWS;

  @Mixin private JobsOption jobs = new JobsOption();

  /**
   * The bench.
   *
   * @throws IllegalArgumentException when something asked for can't be
   */
  RuleBench bench() {
    RuleTask task = task();
    int samples = or(batch, task.hasClasses() ? 64 : 1, "--batch");
    require(task.hasClasses() || samples == 1, "--batch: motion comes one sample at a time, use 1");
    int passes = or(epochs, samples == 1 ? 1 : IMAGE_EPOCHS, "--epochs");
    require(replay >= 0, "--replay must be 0 or more, got " + replay);
    int some = or(rows, Integer.MAX_VALUE, "--rows");
    require(some >= samples, "--rows must be at least one batch, " + samples + ", got " + some);
    RulePlan plan =
        new RulePlan(
            task,
            folder,
            samples,
            passes,
            rows == null ? OptionalInt.empty() : OptionalInt.of(some),
            task.hasClasses() ? 0 : replay,
            validate,
            kernels);
    return new RuleBench(plan, rules(), seeds.seeds(), jobs.count(), rate());
  }

  private OptionalDouble rate() {
    Double given = rate;
    if (given == null) {
      return OptionalDouble.empty();
    }
    require(given > 0 && given < 100, "--rate must be above 0, got " + given);
    return OptionalDouble.of(given);
  }

  private static int or(@Nullable Integer given, int otherwise, String name) {
    require(given == null || given >= 1, name + " must be at least 1, got " + given);
    return given == null ? otherwise : given;
  }

  private RuleTask task() {
    return Stream.of(RuleTask.values())
        .filter(task -> task.toString().equals(data))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--data: there is no \"%s\"; choose from fashion-mnist, digits, arm"
                        .formatted(data)));
  }

  private List<CreditRules> rules() {
    if (rules.isEmpty() || rules.equals(List.of("all"))) {
      return Stream.of(CreditRules.values())
          .filter(rule -> !rules.isEmpty() || rule.isForManyWeights())
          .toList();
    }
    return rules.stream().map(CreditRules::of).distinct().toList();
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
