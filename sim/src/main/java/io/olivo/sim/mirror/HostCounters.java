package io.olivo.sim.mirror;

/**
 * What the simulator's end did so far.
 *
 * @param steps steps of the plant, each by one Act
 * @param resent Senses sent again because no Act came
 * @param safe safe commands heard; the plant stands still in lockstep, so they are only counted
 * @param duplicates Acts that came again
 * @param refused Acts malformed, of another session, too new or too many
 */
public record HostCounters(long steps, long resent, long safe, long duplicates, long refused) {}
