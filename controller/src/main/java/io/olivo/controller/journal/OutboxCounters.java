package io.olivo.controller.journal;

/**
 * What an outbox did since it was made.
 *
 * @param kept events that got an id
 * @param first id of the first of them; 0 when there was none
 * @param last id of the last of them; 0 when there was none
 * @param sent messages that the broker has acknowledged, repeats among them
 * @param unacknowledged messages of which nobody knows whether the broker has them
 * @param repeated messages that a collector asked for once more
 * @param dropped events that came faster than they could be written
 * @param unkept events that the disk refused; they were sent once, without an id
 * @param evicted events that had to go because the journal was full
 * @param malformed messages of collectors that made no sense
 */
public record OutboxCounters(
    long kept,
    long first,
    long last,
    long sent,
    long unacknowledged,
    long repeated,
    long dropped,
    long unkept,
    long evicted,
    long malformed) {}
