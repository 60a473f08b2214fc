package io.olivo.deploy.bench;

import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** How long a short piece of work takes when it is repeated alone, in batches on the clock. */
final class Repeated {
  /** Samples of work, one after the other in each batch. */
  static final int SAMPLES = 64;

  private static final int WARM_UP = 600; // batches: compiled by C2
  private static final int MEASURED = 600;

  private Repeated() {}

  /** The median time of one repetition [us]. */
  static double medianMicros(IntConsumer work) {
    Histogram nanos = new Histogram(3); // of a batch
    for (int b = 0; b < WARM_UP + MEASURED; b++) {
      long begun = System.nanoTime();
      for (int s = 0; s < SAMPLES; s++) {
        work.accept(s);
      }
      long taken = System.nanoTime() - begun;
      if (b >= WARM_UP) {
        nanos.recordValue(taken);
      }
    }
    return nanos.getValueAtPercentile(50) / 1e3 / SAMPLES;
  }
}
