package io.olivo.deploy.robot;

import io.olivo.controller.fault.ScheduledFault;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The simulated robot.
 *
 * @param plant its name
 * @param sensors one per raw sensor, in the order of the frame
 * @param parameters of the plant at the start, by name; a single number is a list of one
 * @param schedule changes in the order of time
 * @param episodeSeconds after which the robot is put back; empty for never
 * @param randomised parameters that are drawn whenever the robot is put back
 * @param faults what breaks on purpose, each in one part
 */
public record SimSpec(
    String plant,
    List<SimSensor> sensors,
    Map<String, List<Double>> parameters,
    List<ParameterChange> schedule,
    OptionalDouble episodeSeconds,
    List<ParameterRange> randomised,
    List<ScheduledFault> faults) {
  /** Keeps its own copies. */
  public SimSpec {
    sensors = List.copyOf(sensors);
    parameters = Map.copyOf(parameters);
    schedule = List.copyOf(schedule);
    randomised = List.copyOf(randomised);
    faults = List.copyOf(faults);
  }
}
