package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * B_l of random signs, drawn anew before every step: the null of feedback alignment. No weights can
 * align with it, so whatever it reaches is owed to the last layer, whose teaching it does not
 * carry.
 */
@HotPath
public final class Redrawn extends StoredPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR, Transport.NONE, 2, true, true, 0, "nowhere: it is a null", "a control");

  private final Chance chance;

  /** Draws B for the first time. */
  public Redrawn(DenseNet net, Chance chance) {
    super(net, chance, TRAITS);
    this.chance = chance;
  }

  @Override
  public void begin() {
    for (int l = 2; l <= net.layers(); l++) {
      kernels.fillSigns(feedback(l), chance, 1 / Math.sqrt(net.width(l - 1)));
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    chance.save(out, "path.chance");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    chance.load(in, "path.chance");
  }
}
