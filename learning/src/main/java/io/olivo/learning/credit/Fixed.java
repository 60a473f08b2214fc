package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;

/**
 * B_l random and fixed: feedback alignment. The forward weights learn to make B useful.
 *
 * <pre>
 * B_ij ~ N(0, 1 / rows)
 * </pre>
 *
 * <p>Source: Lillicrap, Cownden, Tweed and Akerman (2016), Nature Communications 7:13276.
 */
@HotPath
public final class Fixed extends StoredPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.NONE,
          2,
          true,
          true,
          3,
          "motor maps of one to three hidden layers, with replay",
          "Lillicrap, Cownden, Tweed and Akerman (2016), Nat. Commun. 7:13276");

  /** Draws B once. */
  public Fixed(DenseNet net, Chance chance) {
    super(net, chance, TRAITS);
  }
}
