package io.olivo.controller.journal;

/**
 * What a collector met since it was made.
 *
 * @param received events that were new, and handed on
 * @param doubled events that it had already
 * @param early events that came before others that it lacked; they come again
 * @param missing times that the robot had dropped events that this collector never got
 * @param malformed messages that made no sense
 */
public record CollectorCounters(
    long received, long doubled, long early, long missing, long malformed) {}
