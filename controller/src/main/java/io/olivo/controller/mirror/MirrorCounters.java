package io.olivo.controller.mirror;

/**
 * What the mirror did so far.
 *
 * @param ticks Senses that made a tick
 * @param resent Acts sent again because a Sense came again
 * @param duplicates Senses that came again
 * @param refused messages malformed, of another session, too old or too many
 * @param lost how often the simulator fell silent
 */
public record MirrorCounters(long ticks, long resent, long duplicates, long refused, long lost) {}
