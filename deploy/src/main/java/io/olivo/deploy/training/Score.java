package io.olivo.deploy.training;

/**
 * How well a skill does without exploring.
 *
 * <pre>
 * reward = mean over all ticks of all episodes
 * held   = share of the episodes whose last fifth earns at least skill.reward.hold, in the mean
 * </pre>
 *
 * <p>So {@code held} asks whether it is where it should be and stays there, however long the way
 * took. For a pendulum that must earn .95 of 1 it is the share of episodes that end upright.
 *
 * @param reward of a tick [reward]
 * @param held from 0 to 1; NaN when the robot file does not say what counts
 */
public record Score(double reward, double held) {}
