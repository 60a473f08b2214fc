package io.olivo.deploy.robot;

import io.olivo.learning.cerebellum.ClimbingFibreMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who learns, and from what.
 *
 * @param rule who
 * @param granules size of the granule layer
 * @param sensorDelaySeconds known age of the position (or error) readings [s]
 * @param inputs formulas; empty when they follow from the units and ranges of the channels
 * @param lagSeconds from command to effect [s]; empty when it is to be measured at the start
 * @param inertia [actuator's unit per acceleration], one per joint or axis; empty when it is to be
 *     measured at the start
 * @param climbingFibre when the error reaches the plasticity
 * @param climbingFibreHertz largest rate of its events
 * @param net the net, when it is one that learns
 */
public record LearnerSpec(
    LearnerRule rule,
    int granules,
    double sensorDelaySeconds,
    Optional<List<String>> inputs,
    OptionalDouble lagSeconds,
    Optional<List<Double>> inertia,
    ClimbingFibreMode climbingFibre,
    double climbingFibreHertz,
    NetShape net) {
  /** The key of one formula, for {@link RobotSpec#problemAt}. */
  public static String inputKey(int index) {
    return "skill.learner.inputs[" + index + "]";
  }
}
