package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;

/**
 * B_l makes the very step of W_l, and both decay, so that their difference dies out whatever is
 * learned: no weight is ever transported.
 *
 * <pre>
 * W = (1 - eta lambda) W - eta G,   B = (1 - eta lambda) B - eta G
 * B - W = (1 - eta lambda)^t (B - W)_0
 * </pre>
 *
 * <p>The decay is that of the sink. Source: Kolen and Pollack (1994), ICNN 3:1375; Akrout et al.
 * (2019), NeurIPS, arXiv 1904.05391, sec. 3.
 */
@HotPath
public final class KolenPollack extends StoredPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.NONE,
          2,
          true,
          true,
          16,
          "motor maps of any depth, with replay: backprop's results without its transport",
          "Akrout et al. (2019), arXiv 1904.05391; Kolen and Pollack (1994), ICNN 3:1375");

  /** Draws the first B. */
  public KolenPollack(DenseNet net, Chance chance) {
    super(net, chance, TRAITS);
  }

  @Override
  public void follow(int l, UpdateSink sink) {
    sink.repeat(l, feedback(l));
  }

  @Override
  public long extraMacs(int samples) {
    return net.spec().macs() - (long) net.width(0) * net.width(1);
  }
}
