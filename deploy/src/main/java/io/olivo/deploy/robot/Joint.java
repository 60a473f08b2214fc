package io.olivo.deploy.robot;

/**
 * One joint that follows the reference.
 *
 * @param name such as "shoulder"
 * @param position its measured position, a raw sensor [rad or m]
 * @param velocity its velocity, measured or derived [rad/s or m/s]
 * @param actuator what drives it
 * @param kp feedback [actuator's unit per position]
 * @param kd feedback [actuator's unit per velocity]
 */
public record Joint(
    String name, String position, String velocity, String actuator, double kp, double kd) {}
