package io.olivo.deploy.training;

/**
 * One learner on one body that it was not trained for.
 *
 * <pre>
 * drop      = trained - zero                                      reward
 * closed(t) = (after t of learning there - zero) / drop           1: all of it
 * </pre>
 *
 * <p>All scores are of what it deploys, without exploring, but {@code earned}. What can be reached
 * on a body is not what was reached on others: a weaker motor takes longer, whoever drives it.
 *
 * @param trained on bodies of the ranges that it had not met
 * @param zero on this body, before it learns there
 * @param minute after 60 s of learning there
 * @param fiveMinutes after 300 s
 * @param earned of a tick in the first 60 s, exploring
 */
public record Transfer(Score trained, Score zero, Score minute, Score fiveMinutes, double earned) {}
