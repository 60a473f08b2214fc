package io.olivo.deploy.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * All learners on one body.
 *
 * @param body that they were put on
 * @param transfers by seed
 */
public record TransferRow(Body body, List<Transfer> transfers) {
  private static final double NO_DROP = .02; // of the reward: less cannot be told from chance

  /** Keeps its own copy. */
  public TransferRow {
    transfers = List.copyOf(transfers);
  }

  /** The mean over the seeds. */
  public Score mean(Function<Transfer, Score> of) {
    return new Score(
        mean(one -> of.apply(one).reward(), transfers),
        mean(one -> of.apply(one).held(), transfers));
  }

  /** Earned of a tick in the first minute, the mean over the seeds. */
  public double earned() {
    return mean(Transfer::earned, transfers);
  }

  private static double mean(ToDoubleFunction<Transfer> of, List<Transfer> transfers) {
    return transfers.stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  /** How much less it earns here than on the bodies it was trained for [reward]. */
  public double drop() {
    return mean(Transfer::trained).reward() - mean(Transfer::zero).reward();
  }

  /** The share of the drop that is closed, of the means over the seeds; NaN without a drop. */
  public double closed(Function<Transfer, Score> after) {
    double gain = mean(after).reward() - mean(Transfer::zero).reward();
    return drop() < NO_DROP ? Double.NaN : gain / drop();
  }
}
