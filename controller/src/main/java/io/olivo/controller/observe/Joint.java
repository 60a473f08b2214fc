package io.olivo.controller.observe;

import io.olivo.sensors.Unit;

/**
 * One joint that a skill moves, by its channels.
 *
 * @param name such as "shoulder"
 * @param unit of its position, angle or length
 * @param positionChannel index in the frame of the measured position
 * @param velocityChannel index in the frame of the measured velocity
 * @param largestPosition largest plausible |position| [unit]
 * @param largestVelocity largest plausible |velocity| [unit/s]
 */
public record Joint(
    String name,
    Unit unit,
    int positionChannel,
    int velocityChannel,
    double largestPosition,
    double largestVelocity) {
  /** Name of the desired position, velocity (order 1) or acceleration (order 2) in formulas. */
  public String desired(int order) {
    return switch (order) {
      case 0 -> "desired." + name;
      case 1 -> "desired." + name + ".rate";
      default -> "desired." + name + ".acceleration";
    };
  }
}
