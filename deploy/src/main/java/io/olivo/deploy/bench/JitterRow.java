package io.olivo.deploy.bench;

import io.olivo.deploy.doctor.Lateness;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link JitterBench}.
 *
 * @param collector of the JVM
 * @param garbage what another thread really made [MB/s]; 0 for none
 * @param loop how late its ticks began
 * @param skipped ticks that the pacer left out
 * @param bytesPerTick memory asked for on the heap by the loop's thread
 * @param collections of garbage
 * @param collecting time of all of them [ms]
 * @param cyclictest how late it was at the same time; null where it did not run
 */
public record JitterRow(
    Collector collector,
    double garbage,
    Lateness loop,
    long skipped,
    double bytesPerTick,
    long collections,
    long collecting,
    @Nullable Lateness cyclictest) {
  /** How many times the other's 99th percentile this one's is; NaN without the other. */
  public double ratio() {
    Lateness other = cyclictest;
    return other == null ? Double.NaN : loop.p99Micros() / other.p99Micros();
  }
}
