package io.olivo.deploy.bench;

import io.olivo.sim.io.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a scenario's load and wear are on one plant. Its plain state is: no payload, friction 1, all
 * gains 1.
 *
 * @param payload of the load [kg]
 * @param friction of the worn plant, scale
 * @param gain of the worn plant's motors, one each
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the plant as it is; never compared
record PlantChanges(double payload, double friction, double... gain) {
  /**
   * Those of a plant by its name.
   *
   * @throws IllegalArgumentException when it has no load and no wear
   */
  static PlantChanges of(String plant) {
    return switch (plant) {
      case "arm2" -> new PlantChanges(.7, 2.5, .7, 1.2);
      case "cart1" -> new PlantChanges(.3, 2.5, .7);
      default ->
          throw new IllegalArgumentException(
              "plant %s has no load and no wear: scenarios other than steady know arm2 and cart1"
                  .formatted(plant));
    };
  }

  /** The changes of a scenario in robot time, when the reference begins to move at begin. */
  List<Change> of(Scenario scenario, double begin) {
    List<Change> changes = new ArrayList<>();
    for (Stretch stretch : scenario.stretches()) {
      double from = Math.max(0, begin + stretch.from());
      double to = begin + stretch.to();
      changes.addAll(
          switch (stretch.kind()) {
            case LOAD ->
                List.of(new Change(from, "payload", payload), new Change(to, "payload", 0));
            case WEAR ->
                List.of(
                    new Change(from, "friction", friction),
                    new Change(from, "gain", gain),
                    new Change(to, "friction", 1),
                    new Change(to, "gain", ones()));
          });
    }
    return changes;
  }

  private double[] ones() {
    double[] ones = gain.clone();
    Arrays.fill(ones, 1);
    return ones;
  }
}
