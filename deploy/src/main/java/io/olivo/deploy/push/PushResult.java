package io.olivo.deploy.push;

/**
 * What came of it.
 *
 * @param outcome in one word: pushed, unchanged, undone, planned
 * @param release that runs now; of a plan the one that would
 * @param previous what an undo would go back to; empty for nothing
 * @param sentFiles files that the board did not have
 * @param sentBytes of these
 * @param state of the robot's loop, as its service tells it
 */
public record PushResult(
    String outcome, String release, String previous, int sentFiles, long sentBytes, String state) {}
