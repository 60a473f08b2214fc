package io.olivo.controller.fault;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Says of which samples or commands something happens to: of all, or at random of some. */
@HotPath
final class Occasion {
  private final Chance chance;
  private final double probability; // per sample

  /**
   * @param everySeconds mean time between events; 0 for every sample
   * @param dtSeconds time between samples
   */
  Occasion(double everySeconds, double dtSeconds, Chance chance) {
    this.chance = chance;
    probability = everySeconds > dtSeconds ? dtSeconds / everySeconds : 1;
  }

  boolean comes() {
    return probability >= 1 || chance.uniform() < probability;
  }

  /** For what else is drawn. */
  Chance chance() {
    return chance;
  }

  void save(StateWriter out, String name) {
    chance.save(out, name + ".chance");
  }

  void load(StateReader in, String name) {
    chance.load(in, name + ".chance");
  }
}
