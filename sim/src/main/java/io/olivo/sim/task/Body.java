package io.olivo.sim.task;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body: usual, but for some parameters of its task.
 *
 * @param parameters that differ
 * @param returning whether it is one of those that come again and again
 */
public record Body(Map<String, Double> parameters, boolean returning) {
  /** Keeps its own copy, by name. */
  public Body {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** One of its parameters. */
  double value(BodyTrait trait) {
    return parameters.getOrDefault(trait.parameter(), trait.usual());
  }

  /** What its actuator has to move, over what the usual one has to. */
  double load() {
    return value(BodyTrait.MASS) * value(BodyTrait.LENGTH) / Math.abs(value(BodyTrait.GAIN));
  }

  /** Gives it to a task. */
  void wear(Task task) {
    for (BodyTrait trait : BodyTrait.values()) {
      if (task.parameters().contains(trait.parameter())) {
        task.set(trait.parameter(), value(trait));
      }
    }
  }
}
