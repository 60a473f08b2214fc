package io.olivo.deploy.training;

import io.olivo.deploy.session.LearnedState;

/**
 * A learner that was trained and examined.
 *
 * @param seed of all that it drew
 * @param score on bodies of the ranges that it had not met
 * @param state what it learned
 */
public record Graduate(long seed, Score score, LearnedState state) {}
