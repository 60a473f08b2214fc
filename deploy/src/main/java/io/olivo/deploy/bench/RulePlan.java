package io.olivo.deploy.bench;

import io.olivo.sim.train.KernelChoice;
import io.olivo.sim.train.RuleTask;
import io.olivo.sim.train.RuleTrial;
import io.olivo.sim.train.Samples;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/**
 * What rules are measured on.
 *
 * @param task the data and the net
 * @param folder of image files
 * @param batch samples of a step
 * @param epochs passes over the rows
 * @param rows training rows to use; empty for all
 * @param replay places of the replay buffer, 0 for none
 * @param validate whether constants are being chosen: the reported test rows are not looked at
 * @param kernels that the nets are trained with
 */
public record RulePlan(
    RuleTask task,
    Path folder,
    int batch,
    int epochs,
    OptionalInt rows,
    int replay,
    boolean validate,
    KernelChoice kernels) {
  private static final int ALL_IMAGES = 60_000;

  /** The data of each seed; images are read once. */
  LongFunction<Samples> data() {
    if (task.isDrawn()) {
      return seed -> judged(task.samples(folder, seed));
    }
    Samples once = judged(task.samples(folder, 0));
    return seed -> once;
  }

  private Samples judged(Samples all) {
    return validate ? task.validation(all) : all;
  }

  RuleTrial trial(Samples samples) {
    int most = samples.train().size();
    return new RuleTrial(task, samples, batch, epochs, Math.min(most, rows.orElse(most)), replay);
  }

  /** Steps of one run, as far as known before the data are read. */
  long steps() {
    int all = task.isDrawn() ? task.samples(folder, 0).train().size() : ALL_IMAGES;
    return (long) epochs * (Math.min(all, rows.orElse(all)) / batch);
  }
}
