package io.olivo.sim.train;

import io.olivo.learning.net.Loss;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the rules of layered nets are measured on.
 *
 * <p>{@link #FASHION_MNIST}: 60 000 and 10 000 images. {@link #DIGITS}: 2000 and 1000 small ones,
 * drawn anew for each seed. {@link #ARM}: 200 s of motion at 100 Hz in its order, judged on 4000
 * rows of other motions; drawn anew for each seed.
 */
public enum RuleTask {
  FASHION_MNIST(List.of(784, 256, 256, 10)),
  DIGITS(List.of(64, 64, 64, 10)),
  ARM(List.of(8, 64, 64, 2));

  private static final int ARM_ROWS = 20_000;
  private static final int ARM_TEST = 4000;
  private static final int VALIDATION = 10_000; // of Fashion-MNIST's training images, the last ones

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<Integer> widths;

  RuleTask(List<Integer> widths) {
    this.widths = widths;
  }

  /** Inputs, hidden layers, outputs. */
  public List<Integer> widths() {
    return widths;
  }

  /** Whether the result is a share of right classes; otherwise it is an error. */
  public boolean hasClasses() {
    return this != ARM;
  }

  /** The loss that the task is usually learned with. */
  public Loss loss() {
    return hasClasses() ? Loss.CROSS_ENTROPY : Loss.SQUARED;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether every seed has data of its own. */
  public boolean isDrawn() {
    return this != FASHION_MNIST;
  }

  /**
   * The data.
   *
   * @param folder of the image files
   * @param seed of what is drawn
   * @throws IllegalArgumentException when there are no such files
   */
  public Samples samples(Path folder, long seed) {
    return switch (this) {
      case FASHION_MNIST -> IdxFiles.read(folder);
      case DIGITS -> Digits.samples(seed);
      case ARM -> ArmMotion.samples(seed, ARM_ROWS, ARM_TEST);
    };
  }

  /** For choosing constants: the test rows of reported seeds are never looked at. */
  public Samples validation(Samples all) {
    if (isDrawn()) {
      return all; // seeds that are never reported have rows that are never reported
    }
    int train = all.train().size() - VALIDATION;
    return new Samples(all.train().part(0, train), all.train().part(train, all.train().size()));
  }
}
