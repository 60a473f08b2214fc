package io.olivo.deploy.robot;

import java.util.List;
import java.util.Map;

/**
 * New values of some parameters of the plant.
 *
 * @param atSeconds robot time [s]
 * @param parameters by name
 */
public record ParameterChange(double atSeconds, Map<String, List<Double>> parameters) {
  /** Keeps its own copy. */
  public ParameterChange {
    parameters = Map.copyOf(parameters);
  }
}
