package io.olivo.deploy.robot;

/**
 * From where a parameter of the plant is drawn whenever the robot is put back.
 *
 * @param parameter its name; of one number
 * @param low least value
 * @param high largest value, not below the least
 */
public record ParameterRange(String parameter, double low, double high) {}
