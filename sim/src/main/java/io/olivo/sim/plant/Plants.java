package io.olivo.sim.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds plants by name among all that the class path provides as services. */
public final class Plants {
  private Plants() {}

  /**
   * A new plant.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static Plant named(String name) {
    List<String> known = new ArrayList<>();
    for (Plant plant : ServiceLoader.load(Plant.class)) {
      if (plant.name().equals(name)) {
        return plant;
      }
      known.add(plant.name());
    }
    throw new IllegalArgumentException(
        "there is no plant \"%s\"; known are %s".formatted(name, String.join(", ", known)));
  }
}
