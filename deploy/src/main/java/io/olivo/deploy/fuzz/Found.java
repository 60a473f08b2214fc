package io.olivo.deploy.fuzz;

/**
 * What became of the messages for one who hears them.
 *
 * @param who hears them
 * @param inputs that were made for it, before they were damaged
 * @param effects what valid ones brought about; 0 would mean that nothing was tried
 * @param wrong what happened that no valid message explains, or did not work any more at the end
 */
public record Found(String who, long inputs, long effects, long wrong) {}
