package io.olivo.controller.failsafe;

/**
 * When a robot must not go on. Every limit has a default that holds for small robots; none can be
 * left out, only set so high that it never speaks.
 *
 * @param sensorGiveUpSeconds a sensor without good readings pauses the robot, and after this time
 *     stops it
 * @param stuckSamples readings that are equal to the bit before a sensor may count as stuck
 * @param stuckMoved how far the reference must have moved meanwhile [share of the joint's range]
 * @param latePeriods a tick is late when it comes so many periods after the one before
 * @param lateInARow so many late ticks one after the other stop the robot
 * @param jumpSeconds a tick that comes later than this begins anew
 * @param deadmanSeconds no command is held longer than this when the loop is silent
 * @param deadLoopSeconds a loop that is silent for so long is dead
 * @param followingError share of the joint's range by which it may miss its reference
 * @param followingSeconds for so long
 * @param stallEffort share of the motor's range, or of the range of its current sensor
 * @param stallError share of the joint's range by which it misses its reference
 * @param stallSpeed share of the range of its velocity below which it does not move
 * @param stallSeconds how long all three must hold
 * @param derateKelvin from this temperature a motor's range shrinks
 * @param hottestKelvin at this temperature it is nothing, and the robot stops
 * @param lowestVolts a supply below this pauses the robot
 * @param recoveredVolts until it is above this again
 */
public record FailsafeConfig(
    double sensorGiveUpSeconds,
    int stuckSamples,
    double stuckMoved,
    double latePeriods,
    int lateInARow,
    double jumpSeconds,
    double deadmanSeconds,
    double deadLoopSeconds,
    double followingError,
    double followingSeconds,
    double stallEffort,
    double stallError,
    double stallSpeed,
    double stallSeconds,
    double derateKelvin,
    double hottestKelvin,
    double lowestVolts,
    double recoveredVolts) {
  /**
   * What holds unless the robot file says otherwise. Sources: 500 ms of bus errors as ROBOTIS'
   * hardware interface, 100 equal samples as PX4's DataValidator, 100 ms deadman as WPILib's
   * MotorSafety, 200 ms for a dead loop as ArduPilot Rover, 70 degrees as Feetech STS and Dynamixel
   * XL330, 6.3 and 7.5 V as WPILib's first roboRIO. The rest is ours.
   */
  public static final FailsafeConfig STANDARD =
      new FailsafeConfig(
          .5, 100, .02, 2, 50, .25, .1, .2, .1, .2, .8, .02, .02, 1, 333.15, 343.15, 6.3, 7.5);

  /** Refuses what could not be kept. */
  public FailsafeConfig {
    require(sensorGiveUpSeconds >= 0, "sensor_lost.give_up must be at least 0 s");
    require(stuckSamples >= 2, "sensor_stuck.samples must be at least 2");
    require(stuckMoved > 0, "sensor_stuck.moved must be above 0");
    require(latePeriods > 1, "overrun.periods must be above 1");
    require(lateInARow >= 1, "overrun.in_a_row must be at least 1");
    require(jumpSeconds > 0, "clock_jump must be above 0 s");
    require(deadmanSeconds > 0, "deadman must be above 0 s");
    require(deadLoopSeconds >= deadmanSeconds, "dead_loop must be at least as long as deadman");
    require(followingError > 0, "following.error must be above 0");
    require(followingSeconds > 0, "following.time must be above 0 s");
    require(stallEffort > 0, "stall.effort must be above 0");
    require(stallError > 0, "stall.error must be above 0");
    require(stallSpeed > 0, "stall.speed must be above 0");
    require(stallSeconds > 0, "stall.time must be above 0 s");
    require(hottestKelvin > derateKelvin, "temperature.stop must be above temperature.derate");
    require(recoveredVolts >= lowestVolts, "brown_out.until must be at least brown_out.below");
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
