package io.olivo.deploy.robot;

/**
 * Generations of what was learned.
 *
 * @param everySeconds robot time between two [s]
 * @param keep how many stay
 */
public record SnapshotSpec(double everySeconds, int keep) {}
