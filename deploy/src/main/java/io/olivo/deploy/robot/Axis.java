package io.olivo.deploy.robot;

/**
 * One measured error that an actuator cancels.
 *
 * @param error the channel to drive to zero
 * @param actuator what drives it
 * @param from the channel that the reflex listens to
 * @param gain of the reflex [actuator's unit per unit of {@code from}]
 */
public record Axis(String error, String actuator, String from, double gain) {}
